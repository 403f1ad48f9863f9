import type { Node } from '@tiptap/pm/model'
import { initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { docBody } from '../docs/doc'
import { docSchema, newDocUpdate } from '../docs/new-doc'
import { idsBetween, placesOf } from './anchor-places'
import { schemaSizes } from './schema-sizes'

const schema = docSchema()
const sizes = schemaSizes(schema)
const paragraph = (text: string) => ({
  type: 'paragraph',
  content: text === '' ? [] : [{ type: 'text', text }],
})
const quote = (...texts: string[]) => ({ type: 'blockquote', content: texts.map(paragraph) })
const picture = { type: 'picture', attrs: { id: '6b1f7c1e-2f65-4e6b-9a3d-0d6f7f6a1c01' } }

function docOf(...content: object[]): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, newDocUpdate({ title: 'T', body: { type: 'doc', content } }))
  return doc
}

const nodeOf = (doc: Y.Doc): Node => initProseMirrorDoc(docBody(doc), schema).doc
const textIn = (doc: Y.Doc, place: { from: number; to: number } | null | undefined) =>
  place ? nodeOf(doc).textBetween(place.from, place.to, '|', '*') : null

/** Where these words are in the editor's count. */
function rangeOf(doc: Y.Doc, words: string) {
  let found = { from: -1, to: -1 }
  nodeOf(doc).descendants((node, at) => {
    const index = node.isText ? (node.text ?? '').indexOf(words) : -1
    if (index >= 0) found = { from: at + index, to: at + index + words.length }
  })
  return found
}
const hold = (doc: Y.Doc, range: { from: number; to: number }) => {
  const ids = idsBetween(docBody(doc), range, sizes)
  if (!ids) throw new Error('nothing to hold on to')
  return ids
}
const find = (doc: Y.Doc, ids: ReturnType<typeof hold>) => placesOf(docBody(doc), [ids], sizes)[0]

/** What somebody's editor does, with the binding that writes it. */
function edit(doc: Y.Doc, change: (node: Node) => Node): void {
  const fragment = docBody(doc)
  const { doc: node, meta } = initProseMirrorDoc(fragment, schema)
  doc.transact(() => updateYFragment(doc, fragment, change(node), meta))
}
const write = (doc: Y.Doc, at: number, text: string) =>
  edit(doc, (node) => node.replace(at, at, node.slice(0, 0)) && insert(node, at, text))
const insert = (node: Node, at: number, text: string): Node => {
  const $at = node.resolve(at)
  const inside = $at.parent.isTextblock
  if (!inside) return node
  return node.replace(
    at,
    at,
    schema.node('doc', null, [paragraphNode(text)]).slice(1, 1 + text.length),
  )
}
const paragraphNode = (text: string) => schema.node('paragraph', null, [schema.text(text)])
const erase = (doc: Y.Doc, from: number, to: number) =>
  edit(doc, (node) =>
    node.replace(from, to, schema.node('doc', null, [paragraphNode('x')]).slice(0, 0)),
  )

describe('words that are held on to', () => {
  it('are found where they are, at any depth', () => {
    const doc = docOf(paragraph('One two three'), quote('four', 'five six'), paragraph('seven'))
    for (const words of ['One', 'two', 'three', 'four', 'six', 'seven']) {
      const range = rangeOf(doc, words)
      expect(find(doc, hold(doc, range))).toEqual({ ...range, isWhole: true, isSure: true })
    }
  })

  it('may reach over blocks, and begin or end at the edge of one', () => {
    const doc = docOf(paragraph('One'), paragraph(''), quote('two', 'three'))
    const from = rangeOf(doc, 'One').to
    const to = rangeOf(doc, 'three').from
    expect(textIn(doc, find(doc, hold(doc, { from, to })))).toBe('two')
    const all = hold(doc, { from: 0, to: nodeOf(doc).content.size })
    expect(textIn(doc, find(doc, all))).toBe('One||two|three')
  })

  it('may be a picture', () => {
    const doc = docOf(paragraph('One'), picture, paragraph('two'))
    const at = rangeOf(doc, 'One').to + 1
    expect(find(doc, hold(doc, { from: at, to: at + 1 }))).toMatchObject({ from: at, to: at + 1 })
  })

  it('are not an empty block, nor nothing', () => {
    const doc = docOf(paragraph('One'), paragraph(''), paragraph('two'))
    const end = rangeOf(doc, 'One').to
    expect(idsBetween(docBody(doc), { from: end, to: end + 3 }, sizes)).toBe(null)
    expect(idsBetween(docBody(doc), { from: 2, to: 2 }, sizes)).toBe(null)
  })

  it('stay what they are while somebody writes before, behind and inside', () => {
    const doc = docOf(paragraph('Twelve of a hundred parts'))
    const held = hold(doc, rangeOf(doc, 'hundred'))
    write(doc, rangeOf(doc, 'hundred').from, 'whole ')
    write(doc, rangeOf(doc, 'hundred').to, '!')
    write(doc, 1, 'About ')
    expect(textIn(doc, find(doc, held))).toBe('hundred')
    write(doc, rangeOf(doc, 'hundred').from + 4, '-')
    expect(textIn(doc, find(doc, held))).toBe('hund-red')
  })

  it('are what is left of them, and gone when nothing is', () => {
    const doc = docOf(paragraph('Twelve of a hundred parts'))
    const held = hold(doc, rangeOf(doc, 'hundred'))
    const { from, to } = rangeOf(doc, 'hundred')
    erase(doc, from, from + 4)
    expect(textIn(doc, find(doc, held))).toBe('red')
    erase(doc, from, to - 4)
    expect(find(doc, held)).toBe(null)
  })

  it('are what is left in one block when that of the other end is gone', () => {
    const doc = docOf(paragraph('One two'), paragraph('three'), paragraph('four five'))
    const held = hold(doc, { from: rangeOf(doc, 'two').from, to: rangeOf(doc, 'four').to })
    edit(doc, (node) => node.cut(rangeOf(doc, 'three').from - 1))
    expect(find(doc, held)).toMatchObject({ isWhole: false })
    expect(textIn(doc, find(doc, held))).toBe('four')
  })

  it('may be all gone when an end is, and the block of the other', () => {
    const doc = docOf(paragraph('One two'), paragraph('three'))
    const held = hold(doc, { from: rangeOf(doc, 'two').from, to: rangeOf(doc, 'three').to })
    edit(doc, (node) => node.cut(0, rangeOf(doc, 'three').from - 1))
    expect(find(doc, held)).toMatchObject({ isWhole: false, isSure: true })
    erase(doc, rangeOf(doc, 'two').from, rangeOf(doc, 'two').to)
    write(doc, rangeOf(doc, 'One ').to, 'else')
    expect(find(doc, held)).toMatchObject({ isWhole: false, isSure: false })
  })

  it('are gone with their block, also for who was not there', () => {
    const doc = docOf(paragraph('One'), paragraph('two'))
    const held = hold(doc, rangeOf(doc, 'two'))
    edit(doc, (node) => node.cut(0, rangeOf(doc, 'two').from - 1))
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    expect(find(doc, held)).toBe(null)
    expect(find(other, held)).toBe(null)
  })

  it('are in no other place of the room, and of no other room', () => {
    const doc = docOf(paragraph('One'))
    const roots = doc.share.size
    const title = doc.getText('title')._start?.id ?? Y.createID(0, 0)
    for (const id of [title, Y.createID(1, 0), Y.createID(title.client, 2 ** 40)]) {
      expect(find(doc, { first: id, last: id })).toBe(null)
    }
    expect(doc.share.size).toBe(roots)
  })
})

const word = fc.stringMatching(/^[a-z]{1,4}$/)
const act = fc.record({
  who: fc.nat(1),
  kind: fc.constantFrom('write', 'write', 'erase', 'exchange'),
  at: fc.nat(200),
  length: fc.nat(6),
  text: word,
})

describe('two people who write at once', () => {
  /** The held words are upper case, all else is lower: so one sees what became of them. */
  const held = 'HELDWORDS'

  it('find the held words in the same place, and only what is theirs', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        const ada = docOf(paragraph('first lines'), paragraph(`some ${held} here`), quote('last'))
        const ben = new Y.Doc()
        Y.applyUpdate(ben, Y.encodeStateAsUpdate(ada))
        const ids = hold(ada, rangeOf(ada, held))
        const exchange = () => {
          Y.applyUpdate(ben, Y.encodeStateAsUpdate(ada, Y.encodeStateVector(ben)))
          Y.applyUpdate(ada, Y.encodeStateAsUpdate(ben, Y.encodeStateVector(ada)))
        }
        for (const { who, kind, at, length, text } of acts) {
          const doc = who === 0 ? ada : ben
          const size = nodeOf(doc).content.size
          const from = at % (size + 1)
          if (kind === 'exchange') exchange()
          else if (kind === 'write') write(doc, from, text)
          else eraseLetters(doc, from, length)
        }
        exchange()
        expect(find(ben, ids)).toEqual(find(ada, ids))
        const letters = nodeOf(ada).textContent.replace(/[^A-Z]/g, '')
        const shown = textIn(ada, find(ada, ids)) ?? ''
        // Every letter that is left of them, and at an end that is left nothing else.
        expect(shown.replace(/[^A-Z]/g, '')).toBe(letters)
        if (letters.startsWith('H')) expect(shown).toMatch(/^H/)
        if (letters.endsWith('S')) expect(shown).toMatch(/S$/)
      }),
      { numRuns: 150 },
    )
  })
})

/** Inside one block only: what joins and splits blocks writes words anew. */
function eraseLetters(doc: Y.Doc, from: number, length: number): void {
  const $from = nodeOf(doc).resolve(from)
  if (!$from.parent.isTextblock) return
  const to = Math.min(from + length, $from.end())
  if (to > from) erase(doc, from, to)
}
