import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isDate } from './due'
import {
  dayAt,
  dayNumber,
  firstDay,
  isTurned,
  lastDay,
  movedDays,
  resizedDays,
  sameDays,
  spanOf,
} from './span'

const anyDay = fc.integer({ min: firstDay, max: lastDay }).map(dayAt)
const dated = fc.record({
  start: fc.option(anyDay),
  due: fc.option(anyDay),
})

test('every day of years 1 to 9999 is the same day again, whatever clocks do', () => {
  fc.assert(fc.property(anyDay, (day) => isDate(day) && dayAt(dayNumber(day)) === day))
  // Clocks change on 29 March and 25 October 2026 in Europe.
  expect(dayNumber('2026-03-30') - dayNumber('2026-03-28')).toBe(2)
  expect(dayNumber('2026-10-26') - dayNumber('2026-10-24')).toBe(2)
  expect(dayAt(dayNumber('2026-03-28') + 1)).toBe('2026-03-29')
})

test('a card takes the days from its start to the one it is due', () => {
  const [first, last] = [dayNumber('2026-11-03'), dayNumber('2026-11-06')]
  expect(spanOf({ start: '2026-11-03', due: '2026-11-06' })).toEqual({ from: first, to: last })
  expect(spanOf({ start: null, due: '2026-11-06' })).toEqual({ from: last, to: last })
  expect(spanOf({ start: '2026-11-03', due: null })).toEqual({ from: first, to: first })
  expect(spanOf({ start: null, due: null })).toBeNull()
})

test('a card that starts after it is due takes the days between, and is known as such', () => {
  const card = { start: '2026-11-06', due: '2026-11-03' }
  expect(spanOf(card)).toEqual({ from: dayNumber('2026-11-03'), to: dayNumber('2026-11-06') })
  expect(isTurned(card)).toBe(true)
  expect(isTurned({ start: '2026-11-03', due: '2026-11-03' })).toBe(false)
})

test('moving takes both dates along and keeps what lies between', () => {
  expect(movedDays({ start: '2026-02-27', due: '2026-03-02' }, 2)).toEqual({
    start: '2026-03-01',
    due: '2026-03-04',
  })
  expect(movedDays({ start: null, due: '2026-12-31' }, 1)).toEqual({
    start: null,
    due: '2027-01-01',
  })
})

test('an end that is dragged stops at the other', () => {
  const card = { start: '2026-11-03', due: '2026-11-06' }
  expect(resizedDays(card, 'due', 2)).toEqual({ start: '2026-11-03', due: '2026-11-08' })
  expect(resizedDays(card, 'start', -2)).toEqual({ start: '2026-11-01', due: '2026-11-06' })
  expect(resizedDays(card, 'due', -9)).toEqual({ start: '2026-11-03', due: '2026-11-03' })
  expect(resizedDays(card, 'start', 9)).toEqual({ start: '2026-11-06', due: '2026-11-06' })
})

test('a card of one date gets the other when it is drawn out, and none when it is not', () => {
  const due = { start: null, due: '2026-11-06' }
  expect(resizedDays(due, 'due', 1)).toEqual({ start: '2026-11-06', due: '2026-11-07' })
  expect(resizedDays(due, 'start', -1)).toEqual({ start: '2026-11-05', due: '2026-11-06' })
  expect(resizedDays(due, 'start', 1)).toEqual(due)
  const begun = { start: '2026-11-06', due: null }
  expect(resizedDays(begun, 'due', 2)).toEqual({ start: '2026-11-06', due: '2026-11-08' })
})

test('nothing leaves the calendar, however far it is moved or drawn out', () => {
  fc.assert(
    fc.property(dated, fc.integer(), fc.constantFrom('start' as const, 'due'), (card, by, end) => {
      for (const days of [movedDays(card, by), resizedDays(card, end, by)]) {
        for (const day of [days.start, days.due]) expect(day === null || isDate(day)).toBe(true)
      }
      const [before, after] = [spanOf(card), spanOf(movedDays(card, by))]
      if (before && after) expect(after.to - after.from).toBe(before.to - before.from)
      expect(sameDays(movedDays(card, 0), card)).toBe(true)
    }),
  )
})
