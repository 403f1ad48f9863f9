import { shownOfReason, shownSkips } from '@atelier/shared/exchange/exchange'
import { expect, test } from 'vitest'
import { type Collected, skip, skippedBeyond } from './reading/pack'
import { toldSkips } from './told-skips'

test('a reason that comes after thousands of others is told all the same, and each has its number', () => {
  const into: Collected = { files: [], skipped: [] }
  for (let nth = 0; nth < 3000; nth++) skip(into, `Card ${nth}`, 'facts-as-text')
  for (let nth = 0; nth < 20; nth++) skip(into, `Card ${nth}`, 'bad-date')
  const all = [...into.skipped, { name: 'Board', why: 'too-long' as const }]
  const told = toldSkips(all, skippedBeyond(into.skipped))
  expect(told.skipped).toHaveLength(shownSkips)
  expect(told.skipped.filter(({ why }) => why === 'bad-date')).toHaveLength(shownOfReason)
  expect(told.skipped.at(-1)).toEqual({ name: 'Board', why: 'too-long' })
  expect(told.skippedInAll).toBe(3021)
  expect(told.skippedFor).toEqual({ 'facts-as-text': 3000, 'bad-date': 20, 'too-long': 1 })
})

test('what is told stands in the order in which it was met', () => {
  const skipped = ['a', 'b', 'c'].map((name) => ({ name, why: 'empty' as const }))
  expect(toldSkips(skipped, {})).toEqual({ skipped, skippedInAll: 3, skippedFor: { empty: 3 } })
})
