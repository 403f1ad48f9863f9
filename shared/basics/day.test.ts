import { expect, test } from 'vitest'
import { day, moment } from './day'

test.each(['1900-01-01', '2028-02-29', '2199-12-31'])('%s is a day', (one) => {
  expect(day.safeParse(one).success).toBe(true)
  expect(moment.safeParse(`${one}T09:00:00.000Z`).success).toBe(true)
})

test.each(['0000-01-01', '1899-12-31', '2200-01-01', '2026-02-29', '2026-99-99', '2026-1-1', ''])(
  '“%s” is none',
  (one) => {
    expect(day.safeParse(one).success).toBe(false)
    expect(moment.safeParse(`${one}T09:00:00.000Z`).success).toBe(false)
  },
)
