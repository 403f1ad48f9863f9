import { expect, test } from 'vitest'
import { dayDoubt } from './day-doubt'

const today = '2026-11-27'

test('a start after the due day is told, the same day is not', () => {
  expect(dayDoubt({ start: '2026-12-02', due: '2026-12-01' }, today)?.kind).toBe('startAfterDue')
  expect(dayDoubt({ start: '2026-12-01', due: '2026-12-01' }, today)).toBeNull()
  expect(dayDoubt({ start: '2026-12-02', due: null }, today)).toBeNull()
})

test('a year nobody plans for is told, with the year', () => {
  expect(dayDoubt({ start: null, due: '9999-12-31' }, today)).toEqual({
    kind: 'farAway',
    year: '9999',
  })
  expect(dayDoubt({ start: '1026-11-27', due: '2026-12-01' }, today)?.year).toBe('1026')
  expect(dayDoubt({ start: null, due: '2076-01-01' }, today)).toBeNull()
})
