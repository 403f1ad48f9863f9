import type { JSONContent } from '@tiptap/core'
import { describe, expect, it } from 'vitest'
import { docSchema } from '../docs/new-doc'
import { Author, bodyOf, find, newDoc, write } from './two-authors'

const id = '0b3e8a52-6f7c-4f0e-9d1a-2c4b6d8e0f12'

const inBlocks: [string, JSONContent, says: string][] = [
  ['a picture', { type: 'picture', attrs: { file: id, alt: 'The pump', caption: 'Ours' } }, 'Ours'],
  [
    'a file',
    { type: 'attachment', attrs: { file: id, name: 'plan.pdf', mime: 'application/pdf', size: 9 } },
    'plan.pdf',
  ],
  ['a formula', { type: 'blockMath', attrs: { latex: 'a^2' } }, 'a^2'],
  ['an embed', { type: 'embed', attrs: { kind: 'doc', roomId: id, label: 'Plan' } }, 'Plan'],
  ['a divider', { type: 'horizontalRule' }, ''],
]

const inLines: [string, JSONContent, says: string][] = [
  ['a mention', { type: 'mention', attrs: { kind: 'person', id, label: 'Ada' } }, '@Ada'],
  ['a formula', { type: 'inlineMath', attrs: { latex: 'a^2' } }, 'a^2'],
  ['a line break', { type: 'hardBreak' }, ''],
]

const node = (json: JSONContent) => docSchema().nodeFromJSON(json)

const said = (ada: Author) => ada.suggestions.map(({ removed, inserted }) => [removed, inserted])

/** Accepted, taken back, refused: the doc and the suggestion are what they were. */
function goesBothWays(ada: Author, expected: [string, string]) {
  const [before, seen] = [bodyOf(ada.doc).toJSON(), bodyOf(ada.text).toJSON()]
  expect(said(ada)).toEqual([expected])
  const decision = ada.decide(true)
  expect(bodyOf(ada.doc).toJSON()).toEqual(seen)
  expect(ada.suggestions).toEqual([])
  ada.takeBack(decision)
  expect(bodyOf(ada.doc).toJSON()).toEqual(before)
  expect(bodyOf(ada.text).toJSON()).toEqual(seen)
  expect(said(ada)).toEqual([expected])
  ada.decide(false)
  expect(bodyOf(ada.text).toJSON()).toEqual(before)
  expect(ada.suggestions).toEqual([])
}

describe('what has no letters', () => {
  it.each(inBlocks)('%s between blocks is suggested, and decided', (_, json, says) => {
    const ada = new Author(newDoc('One.', 'Two.'))
    write(ada.text, (tr) => tr.insert(tr.doc.child(0).nodeSize, node(json)))
    goesBothWays(ada, ['', says])
  })

  it.each(inBlocks)('%s is suggested to go', (_, json, says) => {
    const ada = new Author(newDoc('One.', json, 'Two.'))
    write(ada.text, (tr) => {
      const at = tr.doc.child(0).nodeSize
      tr.delete(at, at + tr.doc.child(1).nodeSize)
    })
    goesBothWays(ada, [says, ''])
  })

  it.each(inLines)('%s in a line is suggested, and decided', (_, json, says) => {
    const ada = new Author(newDoc('One two.', 'Three.'))
    write(ada.text, (tr) => tr.insert(find(tr.doc, 'two').from, node(json)))
    goesBothWays(ada, ['', says])
  })

  it.each(inLines)('%s in a line is suggested to go', (_, json, says) => {
    const content = [{ type: 'text', text: 'One ' }, json, { type: 'text', text: ' two.' }]
    const ada = new Author(newDoc({ type: 'paragraph', content }))
    write(ada.text, (tr) => tr.delete(5, 6))
    goesBothWays(ada, [says, ''])
  })

  it('a picture is suggested to look otherwise, while an editor moves on', () => {
    const ada = new Author(newDoc('One.', { type: 'picture', attrs: { file: id } }))
    write(ada.text, (tr) => tr.setNodeAttribute(tr.doc.child(0).nodeSize, 'align', 'wide'))
    write(ada.doc, (tr) => tr.setNodeAttribute(tr.doc.child(0).nodeSize, 'alt', 'The pump'))
    expect(ada.suggestions.map(({ spots }) => spots[0]?.differences)).toEqual([
      { align: { doc: 'center', fork: 'wide' } },
    ])
    ada.decide(true)
    expect(bodyOf(ada.doc).child(1).attrs).toMatchObject({ align: 'wide', alt: 'The pump' })
    expect(ada.suggestions).toEqual([])
  })
})
