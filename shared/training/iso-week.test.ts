import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayAfter } from '../basics/days'
import { firstDayOf, isIsoWeek, lastDayOf, weekOf, weeksBetween } from './iso-week'

test.each([
  ['2026-11-28', '2026-W48'],
  ['2021-01-03', '2020-W53'],
  ['2021-01-04', '2021-W01'],
  ['2024-12-30', '2025-W01'],
])('%s is in %s', (day, week) => {
  expect(weekOf(day)).toBe(week)
  expect(firstDayOf(week) <= day && day <= lastDayOf(week)).toBe(true)
})

test('each day is in the week that begins and ends around it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60_000 }), (days) => {
      const day = dayAfter('1990-01-01', days)
      const week = weekOf(day)
      return firstDayOf(week) <= day && day <= lastDayOf(week) && isIsoWeek(week)
    }),
  )
})

test('a week that no calendar has is none', () => {
  expect(['2026-W53', '2025-W53', '2026-W00', '2026-W54', 'x'].map(isIsoWeek)).toEqual([
    ...[true, false, false, false, false],
  ])
})

test('weeks follow each other over the end of a year', () => {
  expect(weeksBetween('2026-12-23', '2027-01-05')).toEqual(['2026-W52', '2026-W53', '2027-W01'])
  expect(weeksBetween('2027-01-05', '2027-01-04')).toEqual(['2027-W01'])
  expect(weeksBetween('9999-12-01', '9999-12-31')).toHaveLength(5)
})
