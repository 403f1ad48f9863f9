import { describe, expect, test } from 'vitest'
import { dayTone, dayWords } from './day-words'

/** A Thursday. */
const today = '2026-11-26'

describe('a day in a line', () => {
  test('is said the reader’s way', () => {
    expect(dayWords('en-GB', today, today)).toBe('Today')
    expect(dayWords('de-DE', '2026-11-27', today)).toBe('Morgen')
    expect(dayWords('en-GB', '2026-12-03', today)).toMatch(/^Thu,? 3 Dec$/)
    expect(dayWords('de-DE', '2026-12-03', today)).toBe('Do., 3. Dez.')
    expect(dayWords('en-GB', '2027-01-02', today)).toMatch(/^Sat,? 2 Jan 2027$/)
  })
  test('is past, today or ahead', () => {
    expect(['2026-11-25', today, '2026-11-27'].map((day) => dayTone(day, today))).toEqual([
      'past',
      'today',
      'ahead',
    ])
  })
})
