import { dayAt, dayNumber, firstDay, lastDay } from '@atelier/shared/boards/span'
import { expect, test } from 'vitest'
import { rangeAround, ticksIn } from './timeline-scale'

const range = (from: string, to: string) => ({ from: dayNumber(from), to: dayNumber(to) })

test('days stand under their months, with the locale’s weekends', () => {
  const { major, minor, weekends } = ticksIn(range('2026-10-24', '2026-11-03'), 'week', 'de-DE')
  expect(major.map(dayAt)).toEqual(['2026-10-01', '2026-11-01'])
  expect(minor).toHaveLength(11)
  expect(weekends.map(dayAt)).toEqual(['2026-10-24', '2026-10-25', '2026-10-31', '2026-11-01'])
})

test('weeks begin as the locale says', () => {
  const starts = (locale: string) =>
    ticksIn(range('2026-11-01', '2026-11-14'), 'month', locale).minor.map(dayAt)
  expect(starts('de-DE')).toEqual(['2026-11-02', '2026-11-09'])
  expect(starts('en-US')).toEqual(['2026-11-01', '2026-11-08'])
})

test('months stand under their quarters', () => {
  const { major, minor } = ticksIn(range('2026-11-15', '2027-05-01'), 'quarter', 'de-DE')
  expect(major.map(dayAt)).toEqual(['2026-10-01', '2027-01-01', '2027-04-01'])
  expect(minor.map(dayAt)).toHaveLength(7)
})

test('whatever year a card is in, one can scroll a bounded way and nothing throws', () => {
  for (const day of [firstDay, dayNumber('2026-11-27'), lastDay]) {
    const there = rangeAround(day)
    expect(there.to - there.from).toBeLessThan(2000)
    expect(there.from).toBeGreaterThanOrEqual(firstDay)
    expect(there.to).toBeLessThanOrEqual(lastDay)
    for (const scale of ['week', 'month', 'quarter'] as const) {
      const { major, minor } = ticksIn(there, scale, 'de-DE')
      expect(new Set(major).size).toBe(major.length)
      expect(minor.length).toBeGreaterThan(0)
    }
  }
})
