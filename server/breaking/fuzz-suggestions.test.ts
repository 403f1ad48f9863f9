import { Author, linesOf, newDoc } from '@atelier/shared/suggestions/two-authors'
import { saysOf, writeAtRandom } from '@atelier/shared/suggestions/write-at-random'
import { describe, expect, test } from 'vitest'
import { Random } from '../testing/random'
import { playOut } from './fuzz-suggestions'

const seeds = (count: number) => Array.from({ length: count }, (_, i) => i + 1)

describe('whatever is written, and decided in whatever order', { timeout: 60_000 }, () => {
  test.each(seeds(40))(
    'everybody ends with the same doc and the same suggestions (seed %d)',
    (seed) => playOut(seed),
  )
})

const begin = (random: Random) => {
  const doc = newDoc('One two three four five.', 'Second line here.', 'Third.')
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
  test.each(seeds(30))(
    'the same words are suggested again, and the doc says the same (seed %d)',
    (seed) => {
      const random = new Random(seed)
      const { doc, ada } = begin(random)
      const [before, seen] = [linesOf(doc), linesOf(ada.text)]
      ada.takeBack(ada.decide(seed % 2 === 0))
      expect(linesOf(doc)).toEqual(before)
      expect(linesOf(ada.text)).toEqual(seen)
    },
  )
})

/** A fork in which nothing is suggested follows the doc. */
function staysTheSame(ada: Author, random: Random): void {
  expect(ada.suggestions).toEqual([])
  for (let i = 0; i < 8; i++) writeAtRandom(ada.doc, random)
  expect(ada.suggestions).toEqual([])
  expect(saysOf(ada.text)).toBe(saysOf(ada.doc))
}
