import type {
  Mentorship,
  MentorshipPage,
  MentorshipPerson,
} from '@atelier/shared/mentorships/mentorship'
import { describe, expect, test } from 'vitest'
import { areLookBacksOpen, othersIn, standingOf, subjectOf } from './standing'

const person = (id: string, also: Partial<MentorshipPerson> = {}): MentorshipPerson => ({
  ...{ id, name: id, colour: 'red', department: null, organisation: 'Nordhafen' },
  ...{ role: 'peer', answer: true, words: '', hasLeft: false, ...also },
})

const circle = (state: Mentorship['state'], ...people: MentorshipPerson[]): MentorshipPage => ({
  ...{ id: 'm', kind: 'circle', state, askedBy: 'mia', words: '', askedAt: '', beganAt: null },
  ...{
    endedAt: null,
    hasLookedBack: false,
    people,
    agreement: null,
    proposed: null,
    lookBacks: [],
  },
})

describe('a mentorship stands for somebody', () => {
  test('as one that asks them, as long as they have not answered, also when it has begun', () => {
    for (const state of ['asked', 'active', 'paused'] as const)
      expect(standingOf(circle(state, person('max', { answer: null })), 'max')).toBe('asks-me')
  })

  test('as one they wait for, once they have said yes and others have not', () => {
    expect(standingOf(circle('asked', person('mia')), 'mia')).toBe('waiting')
  })

  test('as going on, resting, or over', () => {
    expect(standingOf(circle('active', person('mia')), 'mia')).toBe('going-on')
    expect(standingOf(circle('paused', person('mia')), 'mia')).toBe('resting')
    expect(standingOf(circle('ended', person('mia')), 'mia')).toBe('over')
  })

  test('as one to look back on, until they have, or two weeks are over', () => {
    const beganAt = '2026-01-01T12:00:00.000Z'
    const ended = {
      ...circle('ended', person('mia')),
      beganAt,
      endedAt: '2026-11-01T12:00:00.000Z',
    }
    const [soon, late] = [Date.parse('2026-11-02'), Date.parse('2026-11-15T12:00:00Z')]
    expect(standingOf(ended, 'mia', soon)).toBe('looks-back')
    expect(standingOf(ended, 'mia', late)).toBe('over')
    expect(standingOf({ ...ended, hasLookedBack: true }, 'mia', soon)).toBe('over')
    // A question that was taken back.
    expect(standingOf({ ...ended, beganAt: null }, 'mia', soon)).toBe('over')
    const left = { ...ended, people: [person('mia', { hasLeft: true })] }
    expect(standingOf(left, 'mia', soon)).toBe('over')
  })

  test('as over, once they have left it or said no, though it goes on for others', () => {
    const left = person('mia', { hasLeft: true })
    expect(standingOf(circle('active', left), 'mia')).toBe('over')
    expect(standingOf(circle('active', person('mia', { answer: false })), 'mia')).toBe('over')
    expect(standingOf(circle('asked'), 'mia')).toBe('over')
  })
})

test('who has left a circle is not named among the others, unless it is over', () => {
  const people = [person('mia'), person('max'), person('ben', { hasLeft: true })]
  expect(othersIn(circle('active', ...people), 'mia').map(({ id }) => id)).toEqual(['max'])
  expect(othersIn(circle('ended', ...people), 'mia').map(({ id }) => id)).toEqual(['max', 'ben'])
})

test('who has left has no role any more', () => {
  const left = circle('active', person('mia', { hasLeft: true }))
  expect(subjectOf(left, 'mia', 'w')).toMatchObject({ role: null, asked: true })
})

describe('what was looked back on is read by the others', () => {
  const ended = (...wrote: string[]): MentorshipPage => ({
    ...circle('ended', person('mia'), person('max'), person('ben', { hasLeft: true })),
    endedAt: '2026-11-01T12:00:00.000Z',
    lookBacks: wrote.map((personId) => ({ personId, words: 'Thank you' })),
  })
  const soon = Date.parse('2026-11-02')

  test('once all who were in it at the end have written', () => {
    expect(areLookBacksOpen(ended('mia'), soon)).toBe(false)
    expect(areLookBacksOpen(ended('mia', 'max'), soon)).toBe(true)
  })

  test('or two weeks after the end', () => {
    expect(areLookBacksOpen(ended('mia'), Date.parse('2026-11-15T11:59:59Z'))).toBe(false)
    expect(areLookBacksOpen(ended('mia'), Date.parse('2026-11-15T12:00:00Z'))).toBe(true)
  })

  test('and never before it has ended', () => {
    expect(areLookBacksOpen({ ...ended('mia', 'max'), endedAt: null }, soon)).toBe(false)
  })
})
