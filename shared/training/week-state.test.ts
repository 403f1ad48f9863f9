import { describe, expect, test } from 'vitest'
import { gapsIn, glanceOf, glancesOf, nothingKnown, type WeekFacts } from './week-state'

const today = '2026-11-28'
const facts = (known: Partial<WeekFacts>): WeekFacts => ({
  week: '2026-W40',
  ...nothingKnown,
  ...known,
})
const stateOf = (known: Partial<WeekFacts>) => glanceOf(facts(known), today, 'trainer').state

describe('a week', () => {
  test('stands as what was done with it', () => {
    expect(stateOf({})).toBe('gap')
    expect(stateOf({ week: '2026-W48' })).toBe('now')
    expect(stateOf({ week: '2026-W49' })).toBe('ahead')
    expect(stateOf({ absence: 'sick' })).toBe('away')
    expect(stateOf({ isReturned: true })).toBe('returned')
    expect(stateOf({ parts: [{ signedBy: [] }] })).toBe('submitted')
    expect(stateOf({ parts: [{ signedBy: ['school'] }] })).toBe('half-signed')
    expect(stateOf({ parts: [{ signedBy: ['school', 'trainer'] }] })).toBe('signed')
  })

  test('waits for who is to sign it or an addendum, and for the apprentice once it came back', () => {
    const parts = [{ signedBy: ['trainer', 'school'] as const }, { signedBy: ['trainer'] as const }]
    const waits = (known: Partial<WeekFacts>) =>
      (['apprentice', 'trainer', 'school'] as const).map(
        (role) => glanceOf(facts(known), today, role).waitsForMe,
      )
    expect(waits({ parts })).toEqual([false, false, true])
    expect(waits({ parts: [{ signedBy: [] }] })).toEqual([false, true, true])
    expect(waits({ isReturned: true })).toEqual([true, false, false])
    expect(waits({ lacksAddendum: true, parts })).toEqual([true, false, true])
  })
})

test('every week from the first day on that is over is a gap, until something was submitted or said', () => {
  const known = new Map([
    ['2026-W45', facts({ week: '2026-W45', parts: [{ signedBy: [] }] })],
    ['2026-W46', facts({ week: '2026-W46', absence: 'holiday' })],
  ])
  const place = { startsOn: '2026-10-28', endsOn: '2026-12-04' }
  const glances = glancesOf(place, known, today, 'apprentice')
  expect(glances.map(({ week, state }) => `${week} ${state}`)).toEqual([
    '2026-W44 gap',
    '2026-W45 submitted',
    '2026-W46 away',
    '2026-W47 gap',
    '2026-W48 now',
    '2026-W49 ahead',
  ])
  expect(gapsIn(glances)).toBe(2)
})
