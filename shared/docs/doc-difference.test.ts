import type { JSONContent } from '@tiptap/core'
import { Node } from '@tiptap/pm/model'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyDoc, docAndItsHeir } from './any-doc'
import { applyChange, applyChanges, type DocChange, revertChange } from './doc-change'
import { docDifference } from './doc-difference'
import { docSchema } from './new-doc'

const doc = (...content: JSONContent[]) => Node.fromJSON(docSchema(), { type: 'doc', content })
const text = (words: string, ...marks: string[]): JSONContent => ({
  type: 'text',
  text: words,
  marks: marks.map((type) => ({ type })),
})
const p = (...content: (string | JSONContent)[]): JSONContent => ({
  type: 'paragraph',
  content: content.map((part) => (typeof part === 'string' ? text(part) : part)),
})
const heading = (level: number, words: string): JSONContent => ({
  type: 'heading',
  attrs: { level },
  content: [text(words)],
})
const list = (type: string, ...items: JSONContent[]): JSONContent => ({
  type,
  content: items.map((item) => ({
    type: type === 'taskList' ? 'taskItem' : 'listItem',
    content: [item],
  })),
})
const table = (...rows: string[][]): JSONContent => ({
  type: 'table',
  content: rows.map((cells) => ({
    type: 'tableRow',
    content: cells.map((words) => ({ type: 'tableCell', content: [p(words)] })),
  })),
})

const saying = (node: Node, from: number, to: number) => node.textBetween(from, to, '¶', '*')
const read = (a: Node, b: Node) =>
  docDifference(a, b).map(({ kind, fromA, toA, fromB, toB }) =>
    kind === 'attributes'
      ? `${kind} ${a.nodeAt(fromA)?.type.name} → ${b.nodeAt(fromB)?.type.name}`
      : `${kind} [${saying(a, fromA, toA)}] → [${saying(b, fromB, toB)}]`,
  )

describe('for any two docs', () => {
  const pair = fc.oneof(docAndItsHeir, fc.tuple(anyDoc, anyDoc))

  test('all changes of the difference make one of the other, and back', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const changes = docDifference(a, b)
        expect(applyChanges(a, b, changes).toJSON()).toEqual(b.toJSON())
        const back = changes.reduceRight((left, change) => revertChange(a, left, change), b)
        expect(back.toJSON()).toEqual(a.toJSON())
      }),
      { seed: 2611, numRuns: 400 },
    )
  })

  test('any of the changes make a valid doc', () => {
    fc.assert(
      fc.property(pair, fc.infiniteStream(fc.boolean()), ([a, b], coin) => {
        const some = docDifference(a, b).filter(() => coin.next().value)
        applyChanges(a, b, some).check()
      }),
      { seed: 2612, numRuns: 400 },
    )
  })

  test('each change can be made or taken back alone', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        for (const change of docDifference(a, b)) {
          applyChange(a, b, change).check()
          revertChange(a, b, change).check()
        }
      }),
      { seed: 2613, numRuns: 200 },
    )
  })

  test('changes stand in order and never overlap, and nothing is a change of nothing', () => {
    const follows = (last: DocChange, next: DocChange) =>
      last.toA <= next.fromA && last.toB <= next.fromB
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const changes = docDifference(a, b)
        changes.forEach((change, i) => {
          expect(change.toA - change.fromA + change.toB - change.fromB).toBeGreaterThan(0)
          const next = changes[i + 1]
          if (next) expect(follows(change, next)).toBe(true)
        })
        expect(docDifference(a, a)).toEqual([])
        expect(docDifference(b, Node.fromJSON(docSchema(), b.toJSON()))).toEqual([])
        expect(docDifference(a, b)).toEqual(changes)
      }),
      { seed: 2614, numRuns: 200 },
    )
  })
})

describe('what people read', () => {
  test('whole words in a paragraph that stayed', () => {
    const a = doc(p('Twelve of a hundred parts are scrap.'))
    const b = doc(p('Eleven of a hundred good parts are waste.'))
    expect(read(a, b)).toEqual([
      'replacement [Twelve] → [Eleven]',
      'insertion [] → [good ]',
      'replacement [scrap] → [waste]',
    ])
  })

  test('a letter in a word changes the word, in every script, and emoji stay whole', () => {
    expect(read(doc(p('Fahrzeugtür auf')), doc(p('Fahrzeugtor auf')))).toEqual([
      'replacement [Fahrzeugtür] → [Fahrzeugtor]',
    ])
    expect(read(doc(p('温度が高い')), doc(p('温度が低い')))).toEqual(['replacement [高] → [低]'])
    expect(read(doc(p('ok 👩‍🏭 go')), doc(p('ok 👩🏽‍🏭 go')))).toEqual([
      'replacement [👩‍🏭] → [👩🏽‍🏭]',
    ])
  })

  test('formatting alone, once for each stretch, also where other marks were', () => {
    const a = doc(p('Keep the ', text('press', 'italic'), ' cold'))
    const b = doc(p('Keep ', text('the ', 'bold'), text('press', 'bold', 'italic'), ' cold'))
    expect(read(a, b)).toEqual(['formatting [the press] → [the press]'])
  })

  test('paragraphs that came and went, and not those around them', () => {
    const [one, two, three] = [p('One is here'), p('Two was there'), p('Three stays')]
    expect(read(doc(one, two, three), doc(one, three, p('Four is new')))).toEqual([
      'deletion [Two was there] → []',
      'insertion [] → [Four is new]',
    ])
  })

  test('a paragraph that was split or joined keeps its words', () => {
    const whole = doc(p('The press is hot today. It was cold yesterday.'))
    const halves = doc(p('The press is hot today.'), p('It was cold yesterday.'))
    expect(read(whole, halves)).toEqual([
      'deletion [ It was cold yesterday.] → []',
      'insertion [] → [It was cold yesterday.]',
    ])
  })

  test('the kind of a block apart from its words', () => {
    expect(
      read(doc(heading(1, 'The plan of today')), doc(heading(2, 'The plan of tonight'))),
    ).toEqual(['attributes heading → heading', 'replacement [today] → [tonight]'])
    expect(read(doc(p('The plan')), doc(heading(2, 'The plan')))).toEqual([
      'attributes paragraph → heading',
    ])
    const items = [p('Cool it'), p('Clean it')]
    expect(read(doc(list('bulletList', ...items)), doc(list('orderedList', ...items)))).toEqual([
      'attributes bulletList → orderedList',
    ])
  })

  test('a list whose items are another kind is another list', () => {
    const items = [p('Cool it'), p('Clean it')]
    expect(read(doc(list('bulletList', ...items)), doc(list('taskList', ...items)))).toEqual([
      'replacement [Cool it¶Clean it] → [Cool it¶Clean it]',
    ])
  })

  test('an item that was moved is gone here and new there', () => {
    const [one, two, three] = [p('Cool it'), p('Clean the press'), p('Count parts')]
    const a = doc(list('bulletList', one, two, three))
    expect(read(a, doc(list('bulletList', two, three, one)))).toEqual([
      'deletion [Cool it] → []',
      'insertion [] → [Cool it]',
    ])
  })

  test('a row of a table, a cell in it, and each cell of a column it got', () => {
    const a = doc(table(['Part', 'Scrap'], ['Door', '12'], ['Lid', '7']))
    const b = doc(table(['Part', 'Scrap'], ['Door', '11'], ['Hinge', '3'], ['Lid', '7']))
    expect(read(a, b)).toEqual(['replacement [12] → [11]', 'insertion [] → [Hinge¶3]'])
    const wider = doc(table(['Part', 'Scrap', 'Of'], ['Door', '12', '100'], ['Lid', '7', '90']))
    expect(read(a, wider)).toEqual([
      'insertion [] → [Of]',
      'insertion [] → [100]',
      'insertion [] → [90]',
    ])
  })

  test('a picture keeps its place when its caption changes, and goes with another file', () => {
    const picture = (file: string, caption: string): JSONContent => ({
      type: 'picture',
      attrs: { file, caption },
    })
    const [one, two] = [
      'aaaaaaaa-1111-4111-8111-111111111111',
      'bbbbbbbb-1111-4111-8111-111111111111',
    ]
    const a = doc(p('See'), picture(one, ''), p('End'))
    expect(read(a, doc(p('See'), picture(one, 'The press'), p('End')))).toEqual([
      'attributes picture → picture',
    ])
    expect(read(a, doc(p('See'), p('End')))).toHaveLength(1)
    expect(docDifference(a, doc(p('See'), picture(two, ''), p('End'))).length).toBe(1)
  })
})

test('a hundred pages are compared as quickly as what changed in them', () => {
  const pages = Array.from({ length: 3000 }, (_, i) =>
    p(`Line ${i} says that part ${i % 7} is fine.`),
  )
  const changed = pages.map((line, i) => (i % 100 === 50 ? p(`Line ${i} says nothing now.`) : line))
  const [a, b] = [doc(...pages), doc(...changed)]
  let looked = 0
  for (const node of [...a.children, ...b.children]) {
    const json = node.toJSON.bind(node)
    node.toJSON = () => {
      looked++
      return json()
    }
  }
  expect(docDifference(a, b)).toHaveLength(30)
  expect(looked).toBeLessThanOrEqual(6000)
})
