import type { JSONContent } from '@tiptap/core'
import { Node } from '@tiptap/pm/model'
import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { anyDoc, docAndItsHeir } from './any-doc'
import { docBody, docTitle } from './doc'
import { keepWhatIsTypedMeanwhile } from './meanwhile-edits'
import { docSchema, newDocUpdate } from './new-doc'
import { restoreDoc } from './restore-edits'

const read = (doc: Y.Doc): Node => yXmlFragmentToProseMirrorRootNode(docBody(doc), docSchema())
const p = (text: string): JSONContent => ({
  type: 'paragraph',
  ...(text && { content: [{ type: 'text', text }] }),
})
const bodyOf = (...content: JSONContent[]) => Node.fromJSON(docSchema(), { type: 'doc', content })
const linesOf = (doc: Y.Doc) => read(doc).children.map((block) => block.textContent)

function opened(update: Uint8Array): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  return doc
}

/** What is written to one of them reaches the other when it is let through. */
function wire(one: Y.Doc, other: Y.Doc) {
  const held: (() => void)[] = []
  const pass = (from: Y.Doc, to: Y.Doc) =>
    from.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'wire') held.push(() => Y.applyUpdate(to, update, 'wire'))
    })
  pass(one, other)
  pass(other, one)
  return {
    let: () => {
      for (let next = held.shift(); next; next = held.shift()) next()
    },
  }
}

test('a doc says what the older one said, whatever either said', () => {
  fc.assert(
    fc.property(fc.oneof(docAndItsHeir, fc.tuple(anyDoc, anyDoc)), ([then, now]) => {
      const live = opened(newDocUpdate({ title: 'Now 👩‍🏭', body: now.toJSON() }))
      restoreDoc(live, read(live), { title: 'Then 👩‍🔧', body: then }, 'restore')
      expect(docTitle(live).toString()).toBe('Then 👩‍🔧')
      const seen: unknown = read(live).toJSON()
      const meant: unknown = read(opened(newDocUpdate({ title: '', body: then.toJSON() }))).toJSON()
      expect(seen).toEqual(meant)
    }),
    { seed: 31, numRuns: 300 },
  )
})

test('what stayed the same is not written anew', () => {
  const live = opened(
    newDocUpdate({ title: '', body: bodyOf(p('One'), p('New'), p('Two'), p('Three')).toJSON() }),
  )
  const [one, , two] = docBody(live).toArray()
  restoreDoc(live, read(live), { title: '', body: bodyOf(p('One'), p('Two'), p('3')) }, 'restore')
  expect(linesOf(live)).toEqual(['One', 'Two', '3'])
  expect(docBody(live).toArray().slice(0, 2)).toEqual([one, two])
})

describe('while somebody else types', () => {
  let ann: Y.Doc
  let ben: Y.Doc
  let undo: Y.UndoManager
  let between: ReturnType<typeof wire>
  const then = { title: 'Plan', body: bodyOf(p('First line'), p('Last line')) }

  beforeEach(() => {
    const now = bodyOf(p('First line, longer'), p('Added later'), p('Last'))
    ann = opened(newDocUpdate({ title: 'The plan', body: now.toJSON() }))
    ben = opened(Y.encodeStateAsUpdate(ann))
    between = wire(ann, ben)
    undo = new Y.UndoManager([docBody(ann), docTitle(ann)], {
      trackedOrigins: new Set(['restore']),
    })
    keepWhatIsTypedMeanwhile(ann, 'restore')
  })

  const type = (doc: Y.Doc, block: number, at: number, words: string) => {
    const text = (docBody(doc).get(block) as Y.XmlElement).get(0) as Y.XmlText
    text.insert(at, words)
  }
  const restore = () => restoreDoc(ann, read(ann), then, 'restore')

  test('their words in lines that stay, in lines that go and in the title are all there', () => {
    restore()
    type(ben, 0, 5, ' BEN')
    type(ben, 1, 5, ' BEN TOO')
    type(ben, 1, 0, 'AND ')
    type(ben, 2, 4, '!')
    docTitle(ben).insert(docTitle(ben).length, ' B')
    between.let()
    const lines = linesOf(ann)
    expect(lines).toEqual(linesOf(ben))
    expect(lines[0]).toBe('First BEN line')
    expect(lines.join('\n')).toContain(' BEN TOO')
    expect(lines.join('\n')).toContain('AND ')
    expect(lines.at(-1)).toContain('!')
    expect(docTitle(ann).toString()).toBe('Plan B')
  })

  test('what came back stands where its line was, once, and a line of its own', () => {
    restore()
    for (const [i, letter] of [...'typed'].entries()) type(ben, 1, 5 + i, letter)
    between.let()
    expect(linesOf(ann)).toEqual(['First line', 'typed', 'Last line'])
    expect(linesOf(ben)).toEqual(linesOf(ann))
  })

  test('undone, everything is as it was, and their words are still there', () => {
    restore()
    between.let()
    type(ben, 0, 5, ' BEN')
    between.let()
    undo.undo()
    between.let()
    expect(linesOf(ann)).toEqual(['First BEN line, longer', 'Added later', 'Last'])
    expect(linesOf(ben)).toEqual(linesOf(ann))
    expect(docTitle(ben).toString()).toBe('The plan')
  })

  test('undone, what came back for a line that was gone stays beside it', () => {
    restore()
    type(ben, 1, 5, ' BEN')
    between.let()
    undo.undo()
    between.let()
    expect(linesOf(ann).join('|')).toContain(' BEN')
    expect(linesOf(ann)).toContain('Added later')
    expect(linesOf(ben)).toEqual(linesOf(ann))
  })
})
