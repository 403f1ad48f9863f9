import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { languages } from '../people/choices'
import { longestPrompt, longestTitle, mostSections } from './limits'
import { nextDay } from './next-day'
import { newSchedule, rhythms } from './prompt-contract'
import { shippedSetIds, shippedSets } from './prompt-sets'

describe('shipped sets', () => {
  test('are there in every language, with as many prompts, and fit into an entry', () => {
    const [first, ...others] = languages.map(shippedSets)
    expect(first?.map(({ id }) => id)).toEqual([...shippedSetIds])
    const shape = (sets = first) =>
      sets?.map(({ id, version, prompts }) => [id, version, prompts.length])
    for (const other of others) expect(shape(other)).toEqual(shape())
    for (const { title, about, prompts } of languages.flatMap(shippedSets)) {
      expect([title.length > 0, about.length > 0, prompts.length > 2]).toEqual([true, true, true])
      expect(title.length).toBeLessThanOrEqual(longestTitle)
      expect(prompts.length).toBeLessThanOrEqual(mostSections)
      for (const prompt of prompts) {
        expect(prompt.length).toBeLessThanOrEqual(longestPrompt)
        expect(prompt).not.toMatch(/["']/)
      }
    }
  })

  test('say another thing in each language', () => {
    const [en = [], de = []] = languages.map((one) =>
      shippedSets(one).flatMap(({ prompts }) => prompts),
    )
    expect(en.filter((prompt) => de.includes(prompt))).toEqual([])
  })
})

describe('the next day', () => {
  test.each([
    ['week', '2026-11-06', '2026-11-06', '2026-11-13'],
    ['week', '2026-11-06', '2026-11-12', '2026-11-13'],
    ['week', '2026-11-06', '2026-12-24', '2026-12-25'],
    ['day', '2026-02-28', '2026-02-28', '2026-03-01'],
    ['two-weeks', '2026-03-20', '2026-03-29', '2026-04-03'],
    ['month', '2026-01-31', '2026-01-31', '2026-02-28'],
    ['month', '2026-01-31', '2026-02-28', '2026-03-31'],
    ['month', '2027-12-15', '2028-01-14', '2028-01-15'],
    ['week', '2026-11-06', '2026-10-01', '2026-11-06'],
  ] as const)('of every %s from %s after %s is %s', (rhythm, from, passed, next) => {
    expect(nextDay(from, rhythm, passed)).toBe(next)
  })

  test('is after the one that passed, and none lies between', () => {
    const day = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(day, day, fc.constantFrom(...rhythms), (from, passed, rhythm) => {
        const next = nextDay(from, rhythm, passed)
        expect(next > passed || next === from).toBe(true)
        const justBefore = new Date(Date.parse(next) - 86_400_000).toISOString().slice(0, 10)
        if (justBefore >= from) expect(nextDay(from, rhythm, justBefore)).toBe(next)
        expect(nextDay(from, rhythm, next) > next).toBe(true)
      }),
    )
  })

  test('is asked for from a day that there is', () => {
    const wish = { id: crypto.randomUUID(), set: 'gibbs', rhythm: 'week', mentorshipId: null }
    const fits = (on: string) => newSchedule.safeParse({ ...wish, on }).success
    expect(['2027-02-28', '2027-02-30'].map(fits)).toEqual([true, false])
  })
})
