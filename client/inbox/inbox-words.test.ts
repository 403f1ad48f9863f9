import type { InboxItem } from '@atelier/shared/inbox/inbox'
import { cardChanges, inboxKinds } from '@atelier/shared/inbox/inbox'
import { describe, expect, test } from 'vitest'
import words from '../i18n/en/inbox.json'
import { byDay } from './inbox-days'
import { sentenceOf } from './inbox-words'

const item = (given: Partial<InboxItem> = {}): InboxItem => ({
  id: 'a',
  kind: 'card-changed',
  at: '2026-03-04T10:00:00.000Z',
  isRead: false,
  actor: null,
  place: {
    kind: 'board',
    id: 'board',
    title: 'Scrap',
    card: { id: 'card', title: 'Measure', column: '', due: null, done: false, archived: false },
  },
  project: null,
  comment: null,
  changes: [],
  times: 1,
  day: null,
  ...given,
})
const today = '2026-03-04'

test('there is a sentence for every kind and every change, with somebody and without', () => {
  const said = [
    ...inboxKinds.map((kind) => sentenceOf(item({ kind }), today)),
    ...cardChanges.map((change) => sentenceOf(item({ changes: [change] }), today)),
  ]
  for (const one of said) {
    expect(Object.keys(words.by)).toContain(one)
    expect(Object.keys(words.plain)).toContain(one)
  }
})

test('of a journal it says in whose, and there is a sentence for all that comes from there', () => {
  const author = { id: 'mia', name: 'Mia', colour: 'teal' } as const
  const place = { kind: 'section', id: 's', entryId: 'e', author, isOwn: false } as const
  const kinds = ['mentioned', 'answered', 'commented', 'left-open'] as const
  const said = kinds.map((kind) => sentenceOf(item({ kind, place }), today))
  expect(said).toEqual(['journalMentioned', 'journalAnswered', 'journalCommented', 'left-open'])
  for (const one of said) {
    expect(Object.keys(words.by)).toContain(one)
    expect(Object.keys(words.plain)).toContain(one)
  }
})

test('of a mentorship it says what one is asked to be, and what was answered', () => {
  const place = { kind: 'mentorship', id: 'm', of: 'pair', role: 'mentor', said: null } as const
  const said = (kind: InboxItem['kind'], wish: object = {}) =>
    sentenceOf(item({ kind, place: { ...place, ...wish } }), today)
  const asked = (['mentor', 'mentee', 'peer'] as const).map((role) =>
    said('mentorship-asked', { role }),
  )
  expect(asked).toEqual(['mentorship-asked-mentor', 'mentorship-asked-mentee', 'mentorship-asked'])
  expect(said('mentorship-answered', { said: true })).toBe('mentorship-answered-yes')
  expect(said('mentorship-answered', { said: false })).toBe('mentorship-answered')
  expect(said('mentorship-ended', { said: true })).toBe('mentorship-ended')
  for (const one of [...asked, 'mentorship-answered-yes'])
    expect([words.by, words.plain].map((sentences) => one in sentences)).toEqual([true, true])
})

test('what is told of a training record or a week of it is said by its kind', () => {
  const record = { kind: 'training-record', id: 'r' } as const
  expect(sentenceOf(item({ kind: 'training-asked', place: record }), today)).toBe('training-asked')
  const week = { kind: 'training-week', recordId: 'r', week: '2026-W40' } as const
  for (const kind of ['week-submitted', 'week-returned', 'addendum-asked'] as const)
    expect(sentenceOf(item({ kind, place: week }), today)).toBe(kind)
})

describe('a due day is told as it is seen from today', () => {
  test.each([
    ['due-tomorrow', '2026-03-05', 'dueTomorrow'],
    ['due-tomorrow', '2026-03-04', 'dueToday'],
    ['due-tomorrow', '2026-03-03', 'dueOn'],
    ['overdue', '2026-03-03', 'overdueYesterday'],
    ['overdue', '2026-02-28', 'overdueOn'],
  ] as const)('%s of %s', (kind, day, says) => {
    expect(sentenceOf(item({ kind, day }), today)).toBe(says)
  })
})

test('messages stand under their days, in their order', () => {
  const at = (iso: string) => item({ at: new Date(iso).toISOString() })
  const days = byDay([at('2026-03-04T09:00'), at('2026-03-04T00:00'), at('2026-03-03T23:59')])
  expect(days.map(({ day, items }) => [day, items.length])).toEqual([
    ['2026-03-04', 2],
    ['2026-03-03', 1],
  ])
})
