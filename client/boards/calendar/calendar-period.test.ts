import { dayAt, dayNumber, firstDay, lastDay } from '@atelier/shared/boards/span'
import { expect, test } from 'vitest'
import { periodAround, turned, weekStart } from './calendar-period'

const start = (day: string, locale: string) => dayAt(weekStart(dayNumber(day), locale))

test('weeks begin as the reader’s locale says', () => {
  expect(start('2026-11-27', 'de-DE')).toBe('2026-11-23')
  expect(start('2026-11-27', 'en-GB')).toBe('2026-11-23')
  expect(start('2026-11-27', 'en-US')).toBe('2026-11-22')
  expect(start('2026-11-27', 'ar-EG')).toBe('2026-11-21')
})

test('a month is shown in whole weeks', () => {
  const shown = periodAround(dayNumber('2026-11-27'), 'month', 'de-DE')
  expect(dayAt(shown.first)).toBe('2026-10-26')
  expect(shown.weeks).toBe(6)
  expect([dayAt(shown.from), dayAt(shown.to)]).toEqual(['2026-11-01', '2026-11-30'])
  expect(periodAround(dayNumber('2027-02-10'), 'month', 'de-DE').weeks).toBe(4)
})

test('a month in which clocks change has all its days, once each', () => {
  const march = periodAround(dayNumber('2026-03-15'), 'month', 'de-DE')
  expect(march.to - march.from + 1).toBe(31)
  const days = Array.from({ length: march.weeks * 7 }, (_, index) => dayAt(march.first + index))
  expect(new Set(days).size).toBe(days.length)
})

test('turning a month keeps the day where the month has it', () => {
  expect(dayAt(turned(dayNumber('2026-01-31'), 'month', 1))).toBe('2026-02-28')
  expect(dayAt(turned(dayNumber('2026-03-15'), 'month', -1))).toBe('2026-02-15')
  expect(dayAt(turned(dayNumber('2026-12-28'), 'week', 1))).toBe('2027-01-04')
})

test('at both ends of the calendar turning stays where it is, and nothing throws', () => {
  for (const day of [firstDay, lastDay]) {
    for (const zoom of ['month', 'week'] as const) {
      for (const by of [-1, 1]) {
        const there = turned(day, zoom, by)
        expect(there).toBeGreaterThanOrEqual(firstDay)
        expect(there).toBeLessThanOrEqual(lastDay)
        const { from, to } = periodAround(there, zoom, 'de-DE')
        expect(from <= there && there <= to).toBe(true)
      }
    }
  }
  expect(turned(firstDay, 'month', -1)).toBe(firstDay)
  expect(turned(lastDay, 'month', 1)).toBe(lastDay)
})
