import { describe, expect, test } from 'vitest'
import { dayAndTime, lastBegun, momentAt, sortedSessions } from './session-times'

const session = (id: string, startsAt: string) => ({ id, startsAt, minutes: 60 })
const sessions = [
  session('first', '2026-11-01T09:00:00.000Z'),
  session('second', '2026-11-08T09:00:00.000Z'),
  session('third', '2026-11-15T09:00:00.000Z'),
  session('fourth', '2026-11-22T09:00:00.000Z'),
]
const at = (iso: string) => Date.parse(iso)

describe('of the sessions', () => {
  test('the next one is the first that is not over, also while it goes on', () => {
    const { next, later } = sortedSessions(sessions, null, at('2026-11-15T09:59:00Z'))
    expect([next?.id, later.map(({ id }) => id)]).toEqual(['third', ['fourth']])
    expect(sortedSessions(sessions, null, at('2026-11-15T10:00:00Z')).next?.id).toBe('fourth')
  })

  test('those that were stand with the latest first', () => {
    const { past } = sortedSessions(sessions, null, at('2026-11-15T09:00:00Z'))
    expect(past.map(({ id }) => id)).toEqual(['second', 'first'])
  })

  test('there may be none that comes', () => {
    expect(sortedSessions(sessions, null, at('2027-01-01')).next).toBe(null)
  })

  test('none comes after the end of it all, and one that was under way then took place', () => {
    const sorted = sortedSessions(sessions, '2026-11-15T09:30:00.000Z', at('2026-11-15T09:40:00Z'))
    const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id)
    expect(sorted.next).toBe(null)
    expect(ids(sorted.later)).toEqual([])
    expect(ids(sorted.past)).toEqual(['third', 'second', 'first'])
    expect(ids(sorted.dropped)).toEqual(['fourth'])
  })

  test('what follows follows from the latest that has begun', () => {
    expect(lastBegun(sessions, at('2026-11-15T09:00:00Z'))?.id).toBe('third')
    expect(lastBegun(sessions, at('2026-10-01'))).toBe(null)
  })
})

test('a day and a time make a moment, and are read from it again', () => {
  const iso = momentAt('2026-11-28', '09:30')
  expect(dayAndTime(iso ?? '')).toEqual({ day: '2026-11-28', time: '09:30' })
})

test('without a day, or a time, there is no moment', () => {
  expect(momentAt(null, '09:30')).toBe(null)
  expect(momentAt('2026-11-28', '')).toBe(null)
})
