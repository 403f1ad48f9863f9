import { expect, test } from 'vitest'
import { thursdayFrom } from './thursday-from'

const on = (now: string, days: number) =>
  thursdayFrom(days, Date.parse(`${now}T09:00:00.000Z`)).slice(0, 10)

test('it is the nearest Thursday', () => {
  expect(on('2026-11-28', 5)).toBe('2026-12-03')
  expect(on('2026-11-28', -9)).toBe('2026-11-19')
  expect(thursdayFrom(5)).toMatch(/T13:00:00\.000Z$/)
})

test('nobody meets between the years: later if it is still to come, else before', () => {
  expect(on('2026-11-30', 24)).toBe('2027-01-07')
  expect(on('2027-01-03', -9)).toBe('2026-12-17')
})
