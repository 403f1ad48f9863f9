/** What somebody finds in their own journal, and nobody in another's. */
import { docBody } from '@atelier/shared/docs/doc'
import { roomName } from '@atelier/shared/sync/room-name'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { sectionTexts } from '../db/journal-tables'
import { rebuildLists } from '../rebuild-lists'
import { type MadePerson, type MadeWorkspace, makePerson, makeWorkspace } from '../testing/make'
import { makeEntry, makePair } from '../testing/make-journal'
import { type TestApp, testApp } from '../testing/test-app'

let app: TestApp
let workspace: MadeWorkspace
let mia: MadePerson
let max: MadePerson
let pair: string

beforeAll(async () => {
  app = await testApp()
  workspace = await makeWorkspace(app.deps.db)
})
afterAll(() => app.stop())
beforeEach(async () => {
  const { db } = app.deps
  ;[mia, max] = [await makePerson(db, workspace), await makePerson(db, workspace)]
  pair = await makePair(db, { mentee: mia, mentor: max })
})

async function write(section: string | undefined, text: string) {
  await app.deps.rooms.edit(roomName('section', section ?? ''), (doc) => {
    const line = new Y.XmlElement('paragraph')
    line.insert(0, [new Y.XmlText(text)])
    docBody(doc).insert(0, [line])
  })
}

/** When its room has been quiet. */
const isFound = (section: string | undefined) =>
  vi.waitFor(
    async () => {
      const row = eq(sectionTexts.sectionId, section ?? '')
      expect(await app.deps.db.select().from(sectionTexts).where(row)).toHaveLength(1)
    },
    { timeout: 30_000 },
  )

const search = async (person: MadePerson, q: string) =>
  (await (await app.as(person)).post('/api/journals/search', { q })).body

test('its author finds it by all its words, as they are written or not, with what stands around', async () => {
  const words = { title: 'Tag in Málaga', prompt: 'What happened?' }
  const { id, sections } = await makeEntry(app.deps.db, mia, pair, ['private', 'pair'], words)
  await write(sections[0], 'The weld was porous again, and nobody knew why.')
  await isFound(sections[0])
  expect(await search(mia, 'POROUS malaga')).toEqual([
    {
      ...{ entryId: id, sectionId: sections[0], on: '2026-11-27', ...words },
      excerpt: 'The weld was porous again, and nobody knew why.',
    },
  ])
  expect(await search(mia, 'malaga')).toHaveLength(2)
  for (const nothing of ['porous Berlin', '', '   ', '%', "'; drop table entries; --"])
    expect(await search(mia, nothing)).toEqual([])
})

test('nobody finds another’s, not even what is shared with them, and least of all who runs the workspace', async () => {
  const { sections } = await makeEntry(app.deps.db, mia, pair, ['pair'], { title: 'Porous' })
  await write(sections[0], 'A porous weld')
  await isFound(sections[0])
  for (const other of [max, workspace.owner, await makePerson(app.deps.db, workspace)])
    expect(await search(other, 'porous')).toEqual([])
})

test('what is erased is not found, and what is rebuilt is', async () => {
  const { db } = app.deps
  const { id, sections } = await makeEntry(db, mia, null, ['private', 'private'])
  for (const section of sections) await write(section, 'A porous weld')
  for (const section of sections) await isFound(section)
  await (await app.as(mia)).delete(`/api/journals/entries/${id}/sections/${sections[0]}`)
  expect(await search(mia, 'porous')).toHaveLength(1)
  await db.delete(sectionTexts).where(eq(sectionTexts.sectionId, sections[1] ?? ''))
  expect(await search(mia, 'porous')).toEqual([])
  const told: string[] = []
  await rebuildLists(db, (sentence) => told.push(sentence))
  expect(told).toContain(`The section ${sections[1]}: its row was written anew.`)
  expect(await search(mia, 'porous')).toHaveLength(1)
})
