/** One's own journal, taken along in every format, and nothing of anybody else's. */
import { docBody } from '@atelier/shared/docs/doc'
import type { ExportedJournal } from '@atelier/shared/journals/export-contract'
import { Refusal } from '@atelier/shared/refusals'
import { roomName } from '@atelier/shared/sync/room-name'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { RoomDamaged } from '../db/undamaged-rows'
import { type MadePerson, makePerson, makeWorkspace } from '../testing/make'
import { type MadeEntry, makeEntry, makeMentoring, makePair } from '../testing/make-journal'
import { type TestApp, testApp } from '../testing/test-app'

let app: TestApp
let mia: MadePerson
let max: MadePerson
let mias: MadeEntry
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
  const maxs = await makeEntry(db, max, pair, ['pair'], { title: 'For my mentee' })
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

test('is called in the language of whoever takes it, and comes as what it says it is', async () => {
  const begins = async (format: string) => {
    const answer = await take(max, format)
    expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toContain(
      `Mein Journal.${format}`,
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
