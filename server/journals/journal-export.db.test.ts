/** One's own journal, taken along in every format, and nothing of anybody else's. */
import { docBody } from '@atelier/shared/docs/doc'
import type { ExportedJournal } from '@atelier/shared/journals/export-contract'
import { Refusal } from '@atelier/shared/refusals'
import { roomName } from '@atelier/shared/sync/room-name'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { insertCommentRow } from '../comments/comment-queries'
import { insertThread } from '../comments/thread-queries'
import { RoomDamaged } from '../db/undamaged-rows'
import { unzip } from '../exchange/reading/unzip'
import { agreeTo, insertAgreement } from '../mentorships/agreement-queries'
import { putLookBack } from '../mentorships/look-back-queries'
import {
  changeState,
  insertMentorship,
  leaveCircle,
} from '../mentorships/mentorship-change-queries'
import { printedOn } from '../testing/canary-crawl'
import { type MadePerson, makePerson, makeThread, makeWorkspace } from '../testing/make'
import {
  actorOf,
  type MadeEntry,
  makeCircle,
  makeEntry,
  makeMentoring,
  makePair,
  makePrompts,
} from '../testing/make-journal'
import { type TestApp, testApp } from '../testing/test-app'
import { insertVersion } from './prompt-queries'

let app: TestApp
let mia: MadePerson
let max: MadePerson
let mias: MadeEntry
let maxs: MadeEntry
let pair: string

beforeAll(async () => {
  app = await testApp()
  const { db } = app.deps
  const workspace = await makeWorkspace(db)
  ;[mia, max] = [
    await makePerson(db, workspace, { name: 'Mia' }),
    await makePerson(db, workspace, { name: 'Max', language: 'de' }),
  ]
  pair = await makePair(db, { mentee: mia, mentor: max })
  const words = { title: 'First day', prompt: 'What happened?' }
  mias = await makeEntry(db, mia, pair, ['private', 'pair'], words)
  maxs = await makeEntry(db, max, pair, ['pair'], { title: 'For my mentee' })
  for (const [section, text] of [
    [mias.sections[0], 'for myself'],
    [mias.sections[1], 'for both'],
    [maxs.sections[0], 'from the mentor'],
  ] as const)
    await app.deps.rooms.edit(roomName('section', section ?? ''), (doc) => {
      const line = new Y.XmlElement('paragraph')
      line.insert(0, [new Y.XmlText(text)])
      docBody(doc).insert(0, [line])
    })
})
afterAll(() => app.stop())

const take = async (person: MadePerson, format: string) =>
  (await app.as(person)).fetch(`/api/journals/export?format=${format}`)

test('as Markdown it reads as one text', async () => {
  const answer = await take(mia, 'md')
  expect(answer.headers.get('content-disposition')).toContain('My journal.md')
  const text = await answer.text()
  expect(text).toContain('# First day\n\n2026-11-27\n\n> What happened?\n\nfor myself')
  expect(text).toContain('for both')
})

test('as JSON it holds all there is of one’s own: also how one felt, and for whom each part is', async () => {
  const mood = { mood: 4, energy: 2 }
  await (await app.as(mia)).put(`/api/journals/entries/${mias.id}/mood`, mood)
  await makeMentoring(app.deps.db, pair, mia, 'to learn')
  const journal = (await (await take(mia, 'json')).json()) as ExportedJournal
  expect(journal).toMatchObject({ format: 'atelier-journal', author: { id: mia.id, name: 'Mia' } })
  expect(journal.entries).toMatchObject([
    {
      ...{ id: mias.id, title: 'First day', ...mood },
      sections: [
        { prompt: 'What happened?', audience: 'private' },
        { prompt: 'What happened?', audience: 'pair', sharings: [{ audience: 'pair' }] },
      ],
    },
  ])
  expect(journal.goals).toMatchObject([{ title: 'to learn' }])
  expect(journal.followUps).toMatchObject([{ words: 'to learn', ownerId: mia.id }])
})

test('holds nothing that others wrote, however much of it one may read', async () => {
  for (const format of ['md', 'html', 'json']) {
    expect(await (await take(mia, format)).text()).not.toContain('from the mentor')
    const maxs = await (await take(max, format)).text()
    expect(maxs).toContain('from the mentor')
    for (const words of ['for both', 'for myself', 'First day']) expect(maxs).not.toContain(words)
  }
})

/** What a file says, whatever it is packed in, without blanks. */
async function saidIn(person: MadePerson, format: string): Promise<string> {
  const bytes = new Uint8Array(await (await take(person, format)).arrayBuffer())
  if (format === 'pdf') return printedOn(bytes)
  const text =
    format === 'docx'
      ? Buffer.from((await unzip(bytes)).files.get('word/document.xml') ?? []).toString()
      : Buffer.from(bytes).toString()
  const plain = format === 'docx' || format === 'html' ? text.replace(/<[^>]*>/g, '') : text
  return plain.replace(/\s/g, '')
}
const squeezed = (words: string[]) => words.map((word) => word.replace(/\s/g, ''))

describe('with what goes along with it', () => {
  let former: MadePerson
  let ended: string
  beforeAll(async () => {
    const { db } = app.deps
    former = await makePerson(db, await makeWorkspace(db), { name: 'Fritz' })
    const [, both = ''] = mias.sections
    const id = crypto.randomUUID()
    const asked = { id, roomId: both, authorId: max.id, anchor: null, quote: 'both' }
    await insertThread(db, { ...asked, body: [{ text: 'How so?' }] })
    const answer = { id: crypto.randomUUID(), authorId: mia.id, body: [{ text: 'Like that.' }] }
    await insertCommentRow(db, id, answer)
    await makeThread(db, { id: mias.sections[0] ?? '' }, mia, 'to myself')
    await makeThread(db, { id: maxs.sections[0] ?? '' }, mia, 'to my mentor')
    const first = { rhythm: 'Each Thursday', confidentiality: 'Between us two', endsOn: null }
    await insertAgreement(db, pair, mia.id, { ...first, goals: ['To weld'], basedOn: 0 })
    await agreeTo(db, pair, max.id, 1)
    await insertAgreement(db, pair, max.id, { ...first, goals: ['Not agreed yet'], basedOn: 1 })
    ended = await makePair(db, { mentee: mia, mentor: former })
    await changeState(db, ended, 'ended')
    await putLookBack(db, ended, { personId: mia.id, words: 'It was good' })
    await putLookBack(db, ended, { personId: former.id, words: 'It was hard' })
    const { promptSet } = await makePrompts(db, null, mia, 'What now?')
    const better = { title: 'Better', prompts: ['What then?'], basedOn: 1 }
    await insertVersion(db, { id: promptSet, makerId: mia.id }, better)
    await makePrompts(db, pair, max, 'The mentor asks')
  })

  test.each(['md', 'html', 'docx', 'pdf', 'json'])(
    'as %s: what was said in the margin, agreed, looked back on and asked',
    async (format) => {
      const said = await saidIn(mia, format)
      const own = ['How so?', 'Like that.', 'to myself', 'Max', 'Fritz']
      const agreed = ['Each Thursday', 'Between us two', 'To weld', 'It was good', 'What then?']
      expect(squeezed([...own, ...agreed]).filter((words) => !said.includes(words))).toEqual([])
      const others = ['to my mentor', 'Not agreed yet', 'It was hard', 'The mentor asks']
      expect(squeezed(others).filter((words) => said.includes(words))).toEqual([])
    },
  )

  test('as JSON by whom and when each was said, with every version of one’s own prompts', async () => {
    const journal = (await (await take(mia, 'json')).json()) as ExportedJournal
    const { sections } = journal.entries[0] ?? {}
    const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
    expect(sections?.[1]?.margin).toMatchObject([
      {
        ...{ quote: 'both', resolved: null },
        comments: [
          { authorId: max.id, body: [{ text: 'How so?' }], createdAt: time },
          { authorId: mia.id, body: [{ text: 'Like that.' }], createdAt: time },
        ],
      },
    ])
    const version = { version: 1, agreedBy: [mia.id, max.id], writtenBy: mia.id, writtenAt: time }
    expect(journal.mentorships).toMatchObject([
      { id: pair, kind: 'pair', state: 'active', agreements: [version] },
      { id: ended, state: 'ended', people: [mia.id, former.id], agreements: [] },
    ])
    expect(journal.lookBacks).toEqual([{ mentorshipId: ended, words: 'It was good', at: time }])
    expect(journal.promptSets).toMatchObject([
      { versions: [{ prompts: ['What now?'] }, { title: 'Better', prompts: ['What then?'] }] },
    ])
    expect(journal.promptSchedules).toMatchObject([{ rhythm: 'week', nextOn: '2026-11-27' }])
    const names = journal.people.map(({ name }) => name).sort()
    expect(names).toEqual(['Fritz', 'Max', 'Mia'])
  })

  test('but nothing of a circle one has left, or is only asked into', async () => {
    const { db } = app.deps
    const workspace = await makeWorkspace(db)
    const [ada, ben, cleo] = [
      await makePerson(db, workspace),
      await makePerson(db, workspace),
      await makePerson(db, workspace),
    ]
    const circle = await makeCircle(db, [ada, ben, cleo])
    const words = { goals: ['In the circle'], rhythm: '', confidentiality: '', endsOn: null }
    await insertAgreement(db, circle, ben.id, { ...words, basedOn: 0 })
    const asked = { kind: 'pair', id: crypto.randomUUID(), personId: cleo.id } as const
    await insertMentorship(db, actorOf(ben), { ...asked, as: 'mentee', words: 'Asked in vain' })
    const seenBy = async (one: MadePerson) =>
      ((await (await take(one, 'json')).json()) as ExportedJournal).mentorships.map(({ id }) => id)
    expect(await seenBy(ben)).toEqual([circle, asked.id])
    expect(await seenBy(cleo)).toEqual([circle])
    await leaveCircle(db, circle, ben.id)
    expect(await seenBy(ben)).toEqual([asked.id])
  })
})

test('is called in the language of whoever takes it, and comes as what it says it is', async () => {
  const begins = async (format: string) => {
    const answer = await take(max, format)
    expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toContain(
      `Mein Tagebuch.${format}`,
    )
    return Buffer.from(await answer.arrayBuffer())
      .subarray(0, 4)
      .toString('latin1')
  }
  expect(await begins('pdf')).toBe('%PDF')
  expect(await begins('docx')).toBe('PK\u0003\u0004')
  expect((await take(max, 'exe')).status).toBe(400)
})

test('of a section that is damaged it says so, one that is erased meanwhile it leaves out, and has the rest', async () => {
  const [damaged = '', whole = ''] = mias.sections
  const { read } = app.deps.rooms
  const spoilt = (id: string, error: Error) =>
    vi.spyOn(app.deps.rooms, 'read').mockImplementation(async (name) => {
      if (name.endsWith(id)) throw error
      return read(name)
    })
  spoilt(damaged, new RoomDamaged('gone'))
  const text = await (await take(mia, 'md')).text()
  expect(text).toContain('could not be read where it is stored')
  expect(text).toContain('for both')
  const partsOf = async () =>
    ((await (await take(mia, 'json')).json()) as ExportedJournal).entries[0]?.sections.map(
      ({ id, isLost }) => [id, isLost],
    )
  expect(await partsOf()).toEqual([
    [damaged, true],
    [whole, false],
  ])
  spoilt(damaged, new Refusal('not-found'))
  expect(await partsOf()).toEqual([[whole, false]])
  vi.restoreAllMocks()
})
