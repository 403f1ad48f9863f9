import { expect, test } from 'vitest'
import { firstNameOf, newPublication, partOf } from './publication'

test('all that a text says is the text, some of it is a quote, anything else is neither', () => {
  const text = 'We set up the line.\nIt ran  on the first day.'
  expect(partOf(text, text)).toEqual({ words: text, isQuote: false })
  expect(partOf(text, ' It ran on the first day. ')).toEqual({
    words: 'It ran on the first day.',
    isQuote: true,
  })
  expect(partOf(text, 'It never ran.')).toBeNull()
  expect(partOf(text, ' \n ')).toBeNull()
  expect(partOf('', 'It ran')).toBeNull()
})

test('a first name is what stands first', () => {
  expect(firstNameOf(' Mia  Mentee ')).toBe('Mia')
  expect(firstNameOf('Mia')).toBe('Mia')
  expect(firstNameOf('')).toBe('')
})

test('nothing is published without a word', () => {
  const id = crypto.randomUUID()
  const wish = { id, outcomeId: null, shownAs: 'anonymous' }
  expect(newPublication.safeParse({ ...wish, parts: [] }).success).toBe(false)
  const empty = [{ sectionId: id, words: '  ' }]
  expect(newPublication.safeParse({ ...wish, parts: empty }).success).toBe(false)
  expect(
    newPublication.safeParse({ ...wish, parts: [{ sectionId: id, words: 'A' }] }).success,
  ).toBe(true)
})
