import { expect, test } from 'vitest'
import type { CommentThread } from '../comments/comment'
import { docSchema } from '../docs/new-doc'
import type { ExportedEntry, ExportedJournal } from './export-contract'
import { bodyOfJournal } from './journal-body'
import type { Telling } from './journal-words'

const text = (said: string) => ({ type: 'text', text: said })
const strong = (said: string) => ({ ...text(said), marks: [{ type: 'bold' }] })
const paragraph = (...said: (string | object)[]) => ({
  type: 'paragraph',
  content: said.map((one) => (typeof one === 'string' ? text(one) : one)),
})
const heading = (level: number, said: string) => ({
  ...{ type: 'heading', attrs: { level }, content: [text(said)] },
})
const list = (...items: object[][]) => ({
  type: 'bulletList',
  content: items.map((content) => ({ type: 'listItem', content })),
})

const entry = (wish: Partial<ExportedEntry>): ExportedEntry => ({
  ...{ id: 'e', on: '2026-11-27', title: '', mentorshipId: null, begunWith: null },
  sessionId: null,
  ...{ mood: null, energy: null, sections: [], ...wish },
})
const section = (prompt: string, ...content: object[]) => ({
  ...{ id: 's', prompt, audience: 'private' as const, isFrozen: false },
  ...{ sharings: [], isLost: false, margin: [] as CommentThread[] },
  body: { type: 'doc', content },
})
const journal = (wish: Partial<ExportedJournal>): ExportedJournal => ({
  ...{ format: 'atelier-journal', version: 2, author: { id: 'mia', name: 'Mia' }, entries: [] },
  ...{ goals: [], followUps: [], promptSets: [], promptSchedules: [], mentorships: [] },
  ...{ lookBacks: [], people: [], ...wish },
})

const telling: Telling = {
  words: {
    ...{ lost: 'Not to be read', margin: 'Margin', aboutAll: 'All of it', quoted: '«{words}»' },
    ...{ settled: 'resolved', agreements: 'Agreements', with: 'With {names}' },
    ...{ written: '{version}, {day}, {name}', agreedBy: 'By {names}' },
    agreement: { goals: 'Goals', rhythm: 'Rhythm', confidentiality: 'Between us', endsOn: 'Until' },
    ...{ lookBacks: 'Looks back', prompts: 'Prompts', asked: '{rhythm}, {day}' },
    rhythms: { day: 'Daily', week: 'Weekly', 'two-weeks': 'Every two', month: 'Monthly' },
  },
  timeZone: 'Europe/Berlin',
  nameOf: (id) => `${id[0]?.toUpperCase()}${id.slice(1)}`,
  shippedTitle: (set) => (set === 'gibbs' ? 'Gibbs' : null),
}
const told = (wish: Partial<ExportedJournal>, way = telling) => {
  const body = bodyOfJournal(journal(wish), way)
  expect(() => docSchema().nodeFromJSON(body).check()).not.toThrow()
  return body.content
}

test('a journal reads as one text: days, prompts and what was written under them', () => {
  const entries = [
    entry({ title: 'First day', sections: [section('What happened?', paragraph('Much'))] }),
    entry({ on: '2026-11-28', sections: [section('', paragraph('No prompt'))] }),
    entry({ title: 'Lost', sections: [{ ...section('Why?'), isLost: true }] }),
  ]
  expect(told({ entries })).toEqual([
    heading(1, 'First day'),
    paragraph('2026-11-27'),
    { type: 'blockquote', content: [paragraph('What happened?')] },
    paragraph('Much'),
    heading(1, '2026-11-28'),
    paragraph('No prompt'),
    heading(1, 'Lost'),
    paragraph('2026-11-27'),
    { type: 'blockquote', content: [paragraph('Why?')] },
    paragraph('Not to be read'),
  ])
})

const comment = (authorId: string, said: string | null, createdAt: string) => ({
  ...{ id: crypto.randomUUID(), authorId, imported: null, editedAt: null, reactions: [] },
  ...{ body: said === null ? null : [{ text: said }], createdAt },
})
const thread = (quote: string, ...comments: CommentThread['comments']): CommentThread => ({
  ...{ id: 't', anchor: null, quote, createdBy: 'max', createdAt: '2026-11-27T13:05:00.000Z' },
  ...{ resolved: null, comments },
})

test('below a section stands what was said in its margin: about what, by whom, and when by one’s own clock', () => {
  const resolved = { at: '2026-11-28T13:05:00.000Z', by: 'max' }
  const margin = [
    thread(
      'Much',
      comment('max', 'How much?', '2026-11-27T13:05:00.000Z'),
      comment('max', null, '2026-11-27T13:06:00.000Z'),
      comment('mia', 'A lot.\nReally.', '2026-11-27T23:30:00.000Z'),
    ),
    { ...thread('', comment('max', 'Well done', '2026-11-27T13:07:00.000Z')), resolved },
    thread('gone', comment('max', null, '2026-11-27T13:08:00.000Z')),
  ]
  const sections = [{ ...section('', paragraph('Much')), margin }]
  const italic = (said: string) => ({ ...text(said), marks: [{ type: 'italic' }] })
  expect(told({ entries: [entry({ title: 'Day', sections })] })?.slice(2)).toEqual([
    paragraph('Much'),
    paragraph(strong('Margin')),
    list(
      [
        paragraph(italic('«Much»')),
        list(
          [paragraph(strong('Max, 2026-11-27 14:05:'), ' How much?')],
          [
            paragraph(
              strong('Mia, 2026-11-28 00:30:'),
              ' A lot.',
              { type: 'hardBreak' },
              'Really.',
            ),
          ],
        ),
      ],
      [
        paragraph(italic('All of it'), ' (resolved)'),
        list([paragraph(strong('Max, 2026-11-27 14:07:'), ' Well done')]),
      ],
    ),
  ])
  const utc = told(
    { entries: [entry({ sections: [{ ...section(''), margin }] })] },
    { ...telling, timeZone: null },
  )
  expect(JSON.stringify(utc)).toContain('Max, 2026-11-27 13:05 UTC:')
})

test('behind all entries stand what was agreed, what was looked back on, and by what one is asked', () => {
  const agreement = {
    ...{ version: 2, goals: ['Lead a meeting'], rhythm: '', confidentiality: 'All of it' },
    ...{ endsOn: '2027-01-01', writtenBy: 'max', writtenAt: '2026-11-27T13:05:00.000Z' },
    agreedBy: ['mia', 'max'],
  }
  const place = { kind: 'pair', state: 'ended', beganAt: null, endedAt: null } as const
  const pair = { id: 'pair', ...place, people: ['max', 'mia'], agreements: [agreement] }
  const version = { version: 1, title: 'Old', prompts: ['Old?'], at: '' }
  const asked = { id: 'a', set: 'own', rhythm: 'week', nextOn: '2026-12-04', mentorshipId: null }
  const content = told({
    mentorships: [pair, { ...pair, id: 'without', agreements: [] }],
    lookBacks: [
      { mentorshipId: 'pair', words: 'Thank you', at: '2026-11-27T13:05:00.000Z' },
      { mentorshipId: 'left', words: 'It was good', at: '2026-11-28T13:05:00.000Z' },
    ],
    promptSets: [
      {
        ...{ id: 'own', mentorshipId: null },
        versions: [version, { ...version, version: 2, title: 'Mine', prompts: ['What?', 'Why?'] }],
      },
    ],
    promptSchedules: [
      { ...asked, rhythm: 'week' },
      { ...asked, set: 'gibbs', rhythm: 'month' },
      { ...asked, set: 'of somebody else', rhythm: 'day' },
    ],
  })
  expect(content).toEqual([
    heading(1, 'Agreements'),
    heading(2, 'With Max'),
    heading(3, '2, 2026-11-27, Max'),
    paragraph('By Mia, Max'),
    paragraph(strong('Goals:')),
    list([paragraph('Lead a meeting')]),
    paragraph(strong('Between us:'), ' All of it'),
    paragraph(strong('Until:'), ' 2027-01-01'),
    heading(1, 'Looks back'),
    heading(2, 'With Max'),
    paragraph('2026-11-27'),
    paragraph('Thank you'),
    paragraph('2026-11-28'),
    paragraph('It was good'),
    heading(1, 'Prompts'),
    heading(2, 'Mine'),
    list([paragraph('What?')], [paragraph('Why?')]),
    paragraph('Weekly, 2026-12-04'),
    heading(2, 'Gibbs'),
    paragraph('Monthly, 2026-12-04'),
  ])
})

test('an empty one is an empty doc, which every format can be made of', () => {
  for (const entries of [[], [entry({ sections: [section('Why?')] })]])
    expect(told({ entries })?.length).toBeGreaterThan(0)
})
