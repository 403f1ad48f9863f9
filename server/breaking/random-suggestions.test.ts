import { Author, newDoc } from '@atelier/shared/suggestions/two-authors'
import { saysOf, writeAtRandom } from '@atelier/shared/suggestions/write-at-random'
import { describe, expect, test } from 'vitest'
import { Random } from '../testing/random'

const seeds = (count: number) => Array.from({ length: count }, (_, i) => i + 1)

const text = (words: string, ...marks: { type: string }[]) => ({ type: 'text', text: words, marks })
const [bold, italic, link] = [
  { type: 'bold' },
  { type: 'italic' },
  { type: 'link', attrs: { href: 'https://atelier.example/pump' } },
]

const colourful = () =>
  newDoc(
    {
      type: 'paragraph',
      content: [text('One '), text('two ', bold), text('three', bold, italic), text(' f', link)],
    },
    {
      type: 'heading',
      attrs: { level: 2, textAlign: 'center' },
      content: [text('Why '), text('not', italic)],
    },
    {
      type: 'taskList',
      content: [
        {
          type: 'taskItem',
          attrs: { checked: true },
          content: [{ type: 'paragraph', content: [text('Do it '), text('today', bold)] }],
        },
      ],
    },
    {
      type: 'blockquote',
      content: [{ type: 'paragraph', content: [text('all of it', bold)] }],
    },
  )

const plain = () => newDoc('One two three four five.', 'Second line here.', 'Third.')

const begin = (random: Random, doc = plain()) => {
  for (let i = 0; i < 5; i++) writeAtRandom(doc, random)
  const ada = new Author(doc)
  for (let i = 0; i < 8; i++) writeAtRandom(ada.text, random)
  return { doc, ada }
}

describe('accepted, all of it', { timeout: 60_000 }, () => {
  test.each(seeds(40))('the doc says what the author saw, and goes on alone (seed %d)', (seed) => {
    const random = new Random(seed)
    const { doc, ada } = begin(random)
    const seen = saysOf(ada.text)
    ada.decide(true)
    expect(saysOf(doc)).toBe(seen)
    staysTheSame(ada, random)
  })

  test.each(seeds(20))('one after the other says the same (seed %d)', (seed) => {
    const random = new Random(seed)
    const { doc, ada } = begin(random)
    const seen = saysOf(ada.text)
    while (ada.suggestions.length > 0) {
      const { key } = random.pick(ada.suggestions)
      ada.decide(true, [key])
      expect(saysOf(ada.text)).toBe(seen)
    }
    expect(saysOf(doc)).toBe(seen)
  })
})

describe('refused, all of it', { timeout: 60_000 }, () => {
  test.each(seeds(40))('the doc is as it was, and nothing is suggested later (seed %d)', (seed) => {
    const random = new Random(seed)
    const { doc, ada } = begin(random)
    const before = saysOf(doc)
    ada.decide(false)
    expect(saysOf(doc)).toBe(before)
    staysTheSame(ada, random)
  })
})

describe('taken back', { timeout: 60_000 }, () => {
  test.each(seeds(60))(
    'the same is suggested again, and the doc says the same, marks and all (seed %d)',
    (seed) => {
      const random = new Random(seed)
      const { doc, ada } = begin(random, seed % 3 === 0 ? plain() : colourful())
      const [before, seen, said] = [saysOf(doc), saysOf(ada.text), changesOf(ada)]
      const keys = ada.suggestions.map(({ key }) => key)
      const some = seed % 5 === 0 ? keys : keys.filter(() => random.below(2) === 0)
      ada.takeBack(ada.decide(seed % 2 === 0, some))
      expect(saysOf(doc)).toBe(before)
      expect(saysOf(ada.text)).toBe(seen)
      expect(changesOf(ada)).toEqual(said)
    },
  )
})

const changesOf = ({ suggestions }: Author) =>
  suggestions.map(({ removed, inserted, words }) => ({ removed, inserted, words }))

/** A fork in which nothing is suggested follows the doc. */
function staysTheSame(ada: Author, random: Random): void {
  expect(ada.suggestions).toEqual([])
  for (let i = 0; i < 8; i++) writeAtRandom(ada.doc, random)
  expect(ada.suggestions).toEqual([])
  expect(saysOf(ada.text)).toBe(saysOf(ada.doc))
}
