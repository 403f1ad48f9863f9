import type { Entry } from '@atelier/shared/journals/journal'
import { expect, it } from 'vitest'
import { byMonth, momentsOf, monthsBefore, nearest } from './journal-days'

const entry = (id: string, on: string): Entry => ({
  ...{ id, on, authorId: 'a', mentorshipId: null, sessionId: null, begunWith: null },
  ...{ title: '', sections: [] },
})

it('a month ago is the same day, or the last that month has', () => {
  expect(monthsBefore('2026-11-28', 1)).toBe('2026-10-28')
  expect(monthsBefore('2026-03-31', 1)).toBe('2026-02-28')
  expect(monthsBefore('2026-01-15', 1)).toBe('2025-12-15')
  expect(monthsBefore('2028-02-29', 12)).toBe('2027-02-28')
})

it('the entry nearest to a day, and none that is too far from it', () => {
  const entries = [entry('c', '2026-10-31'), entry('b', '2026-10-29'), entry('a', '2026-10-20')]
  expect(nearest(entries, '2026-10-28', 3)?.id).toBe('b')
  expect(nearest(entries, '2026-10-24', 3)).toBe(null)
})

it('what was between entries stands in its place, under its month', () => {
  const moments = momentsOf([entry('b', '2026-11-02'), entry('a', '2026-10-30')], {
    sessions: [{ id: 's', mentorshipId: 'm', at: '2026-10-31T12:00:00.000Z' }],
    goals: [
      ...[{ id: 'g', mentorshipId: null, title: 'Weld', state: 'reached' as const }].map(
        (goal) => ({ ...goal, at: '2026-11-02T12:00:00.000Z' }),
      ),
    ],
  })
  expect(
    byMonth(moments).map(({ month, moments }) => [month, moments.map(({ id }) => id)]),
  ).toEqual([
    ['2026-11', ['b', 'g']],
    ['2026-10', ['s', 'a']],
  ])
})
