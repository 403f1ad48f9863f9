import { docSchema } from '@atelier/shared/docs/new-doc'
import { Node } from '@tiptap/pm/model'
import { expect, test } from 'vitest'
import { lengthOf, minutesToRead, textOf } from './word-count'

test.each([
  ['', 0],
  ['Two words.', 2],
  ['It’s half-done — really!', 4],
  ['Über-Öfen kosten 3,50 €', 4],
  ['我们一起学习', 3],
  ['สวัสดีชาวโลก', 2],
  ['一 two 三', 3],
  ['— … !!', 0],
])('“%s” has %i words', (text, words) => {
  expect(Math.abs(lengthOf(text, 'en-GB').words - words)).toBeLessThanOrEqual(
    /\p{Script=Thai}|\p{Script=Han}{3}/u.test(text) ? 1 : 0,
  )
})

test('letters are counted as people see them, with spaces and without, ends of lines as neither', () => {
  expect(lengthOf('a b\n😄c', 'en-GB')).toEqual({ words: 3, letters: 4, lettersAndSpaces: 5 })
})

test('a doc’s text is its blocks, with the names of what it mentions', () => {
  const doc = Node.fromJSON(docSchema(), {
    type: 'doc',
    content: [
      { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'Plan' }] },
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'for ' },
          {
            type: 'mention',
            attrs: { kind: 'person', id: '00000000-0000-4000-8000-000000000001', label: 'Ben Ok' },
          },
          { type: 'inlineMath', attrs: { latex: 'x^2' } },
        ],
      },
    ],
  })
  expect(lengthOf(textOf(doc), 'en-GB').words).toBe(4)
  expect(textOf(doc, 1, 5)).toBe('Plan')
})

test('a page takes a minute or two to read, and nothing takes none', () => {
  expect([0, 3, 440].map(minutesToRead)).toEqual([0, 1, 2])
})
