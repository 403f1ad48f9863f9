import { bodyFromMarkdown } from '@atelier/shared/docs/body-from-markdown'
import { docBody } from '@atelier/shared/docs/doc'
import { docOf, newDocUpdate } from '@atelier/shared/docs/new-doc'
import { roomName } from '@atelier/shared/sync/room-name'
import { eq } from 'drizzle-orm'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { writeBoardSummary } from '../boards/board-summary'
import { docs } from '../db/doc-tables'
import { postgresRoomStore } from '../db/postgres-room-store'
import { boards } from '../db/tables'
import { makeBoard, makeProject, makeWorkspace } from '../testing/make'
import { type TestApp, testApp } from '../testing/test-app'
import { type TestDatabase, testDatabase } from '../testing/test-database'
import { insertDoc } from './doc-queries'
import { writeDocSummary } from './doc-summary'

let database: TestDatabase
let app: TestApp
beforeAll(async () => {
  database = await testDatabase()
  app = await testApp({ database })
})
afterAll(async () => {
  await app.stop()
  await database.close()
})

async function docWith(markdown: string) {
  const { owner } = await makeWorkspace(app.deps.db)
  const project = await makeProject(app.deps.db, owner)
  const update = newDocUpdate({ title: 'T', body: bodyFromMarkdown(markdown) })
  const room = { workspaceId: project.workspaceId, projectId: project.id, createdBy: owner.id }
  return insertDoc(app.deps.db, 'T', { ...room, update })
}
/** As when its room is quiet; says whether the lists are told. */
const settle = async (id: string) =>
  writeDocSummary(app.deps.db, id, docOf(await app.deps.rooms.read(roomName('doc', id))))
const changedAt = async (id: string) =>
  (await app.deps.db.select().from(docs).where(eq(docs.id, id)))[0]?.changedAt.getTime() ?? 0

test.each([
  ['a task is ticked', (body: Y.XmlFragment) => task(body).setAttribute('checked', true as never)],
  ['a picture comes', (body: Y.XmlFragment) => body.insert(0, [new Y.XmlElement('picture')])],
])('a doc has changed when %s, of which its text says nothing', async (_, change) => {
  const id = await docWith('- [ ] Call Otto')
  await settle(id)
  const before = await changedAt(id)
  await app.deps.rooms.edit(roomName('doc', id), (doc) => change(docBody(doc)))
  expect(await settle(id)).toBe(true)
  expect(await changedAt(id)).toBeGreaterThan(before)
})
const task = (body: Y.XmlFragment) => (body.get(0) as Y.XmlElement).get(0) as Y.XmlElement

test('a doc has not changed because it was looked at, or its log was squashed', async () => {
  const id = await docWith('Words')
  await app.deps.rooms.edit(roomName('doc', id), (doc) =>
    docBody(doc).insert(0, [new Y.XmlElement('horizontalRule')]),
  )
  await settle(id)
  const before = await changedAt(id)
  expect(await settle(id)).toBe(false)
  const store = postgresRoomStore(database.pool, { log: pino({ level: 'silent' }) })
  expect(await store.squash(id)).not.toBe(null)
  expect(await settle(id)).toBe(false)
  expect(await changedAt(id)).toBe(before)
})

test('so it is with boards: what stands on a card is no part of the lists', async () => {
  const { owner } = await makeWorkspace(app.deps.db)
  const { id } = await makeBoard(app.deps.db, await makeProject(app.deps.db, owner), owner)
  const name = roomName('board', id)
  const write = async () =>
    writeBoardSummary(app.deps.db, id, docOf(await app.deps.rooms.read(name)))
  await write()
  expect(await write()).toBe(false)
  await app.deps.rooms.edit(name, (doc) => doc.getMap('meta').set('note', 'x'))
  expect(await write()).toBe(true)
  const [row] = await app.deps.db.select().from(boards).where(eq(boards.id, id))
  expect(row?.changedAt.getTime()).toBeLessThanOrEqual(Date.now())
})
