import { expect, test } from 'vitest'
import { dueTone, isDate } from './due'

test.each(['2026-02-28', '2028-02-29', '2026-12-31'])('%s is a day', (day) => {
  expect(isDate(day)).toBe(true)
})

test.each(['2026-02-30', '2026-13-01', '2026-1-1', '', 'tomorrow', 20260228, null])(
  '%j is no day',
  (junk) => {
    expect(isDate(junk)).toBe(false)
  },
)

test('a date presses the more the nearer it is', () => {
  const tones = ['2026-11-21', '2026-11-22', '2026-11-25', '2026-11-26'].map((due) =>
    dueTone(due, '2026-11-22'),
  )
  expect(tones).toEqual(['overdue', 'today', 'soon', 'later'])
})
