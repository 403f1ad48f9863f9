import { expect, test } from 'vitest'
import { docOf } from '../docs/new-doc'
import { readDocText } from '../docs/read-doc'
import { newSectionUpdate } from './new-section'

const paragraph = (...content: object[]) => ({ type: 'paragraph', content })
const body = (...content: object[]) => ({ type: 'doc', content })

test('a section begins empty, alike to the byte wherever it is made', () => {
  expect(newSectionUpdate()).toEqual(newSectionUpdate())
  expect(readDocText(docOf(newSectionUpdate()))).toEqual({ title: '', excerpt: '', text: '' })
})

test('it holds what one writes', () => {
  const words = paragraph({ type: 'text', text: 'I learned', marks: [{ type: 'bold' }] })
  const task = { type: 'taskItem', attrs: { checked: false }, content: [words] }
  const list = { type: 'taskList', content: [task] }
  const quote = { type: 'blockquote', content: [words] }
  const update = newSectionUpdate(body(words, list, quote))
  expect(readDocText(docOf(update)).text).toBe('I learned\nI learned\nI learned')
})

test.each([
  [{ type: 'picture', attrs: { id: crypto.randomUUID() } }],
  [{ type: 'attachment', attrs: { id: crypto.randomUUID() } }],
  [{ type: 'embed', attrs: { kind: 'board', id: crypto.randomUUID() } }],
  [paragraph({ type: 'mention', attrs: { kind: 'person', id: crypto.randomUUID() } })],
  [{ type: 'table', content: [] }],
])('and nothing that shows or names what lies elsewhere: %j', (block) => {
  expect(() => newSectionUpdate(body(block))).toThrow('invalid')
})
