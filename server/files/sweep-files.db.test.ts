import { readBoard } from '@atelier/shared/boards/board'
import { attachFile, setCover } from '@atelier/shared/boards/fact-edits'
import { newBoardUpdate } from '@atelier/shared/boards/new-board'
import { docBody } from '@atelier/shared/docs/doc'
import { newDocUpdate } from '@atelier/shared/docs/new-doc'
import { roomName } from '@atelier/shared/sync/room-name'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { docSuggestions, files, roomHistory } from '../db/doc-tables'
import { roomUpdates } from '../db/log-tables'
import { packUpdates } from '../db/pack-updates.mjs'
import { rooms } from '../db/tables'
import { type FilePlace, makeFilePlace, makePictureIn } from '../testing/make-file'
import { type TestApp, testApp } from '../testing/test-app'
import type { FileRow } from './file-queries'
import { sweepFiles } from './sweep-files'

let app: TestApp
let at: FilePlace
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.stop())
beforeEach(async () => {
  at = await makeFilePlace(app)
})

const days = (count: number) => new Date(Date.now() + count * 24 * 60 * 60 * 1000)
const isThere = async ({ id }: FileRow) =>
  (await app.deps.db.select().from(files).where(eq(files.id, id))).length === 1
const bytesLie = async ({ workspaceId, sha256 }: FileRow) =>
  (await app.deps.files.open({ workspaceId, sha256 })) !== null
const showing = ({ id }: FileRow) =>
  newDocUpdate({
    title: '',
    body: { type: 'doc', content: [{ type: 'picture', attrs: { file: id } }] },
  })
const add = () => makePictureIn(app, at.doc, at.lead)

test('a file that a doc shows stays for ever', async () => {
  const file = await add()
  await app.deps.db.insert(roomUpdates).values({ roomId: at.doc.id, bytes: showing(file) })
  await sweepFiles(app.deps, days(190))
  expect([await isThere(file), await bytesLie(file)]).toEqual([true, true])
})

test('a file that hangs on a card, or was its cover once, stays for ever', async () => {
  const { db } = app.deps
  const [hanging, cover] = [await add(), await add()]
  const place = { workspaceId: at.project.workspaceId, projectId: at.project.id }
  const [board] = await db
    .insert(rooms)
    .values({ ...place, kind: 'board' })
    .returning()
  const roomId = board?.id ?? ''
  for (const { id } of [hanging, cover])
    await db.update(files).set({ roomId }).where(eq(files.id, id))
  const doc = new Y.Doc()
  Y.applyUpdate(
    doc,
    newBoardUpdate({ title: '', columns: ['A'], cards: [{ title: 'a', column: 'A' }] }),
  )
  const [card = ''] = readBoard(doc).cards.keys()
  const facts = { name: 'a.png', mime: 'image/png', size: 1, addedAt: '' }
  attachFile(doc, card, { id: hanging.id, ...facts })
  attachFile(doc, card, { id: cover.id, ...facts })
  setCover(doc, card, { file: cover.id })
  await db.insert(roomUpdates).values({ roomId, bytes: Y.encodeStateAsUpdate(doc) })
  await sweepFiles(app.deps, days(190))
  expect([await isThere(hanging), await isThere(cover)]).toEqual([true, true])
})

test('a file that was taken out of a doc stays as long as the history can show it', async () => {
  const file = await add()
  const begunAt = new Date()
  const pack = { firstSeq: 1n, lastSeq: 2n, checksum: 0, begunAt, endedAt: begunAt }
  await app.deps.db.insert(roomHistory).values({ roomId: at.doc.id, bytes: showing(file), ...pack })
  await sweepFiles(app.deps, days(190))
  expect([await isThere(file), await bytesLie(file)]).toEqual([true, true])
})

test('a file that a suggestion shows, or another doc by mistake, stays', async () => {
  const [suggested, elsewhere] = [await add(), await add()]
  const { db } = app.deps
  const place = { workspaceId: at.project.workspaceId, projectId: at.project.id }
  const [fork] = await db
    .insert(rooms)
    .values({ ...place, kind: 'suggestion' })
    .returning()
  const [other] = await db
    .insert(rooms)
    .values({ ...place, kind: 'board' })
    .returning()
  const [forkId, otherId] = [fork?.id ?? '', other?.id ?? '']
  await db.insert(docSuggestions).values({ id: forkId, docId: at.doc.id, authorId: at.lead.id })
  await db.insert(roomUpdates).values([
    { roomId: forkId, bytes: showing(suggested) },
    { roomId: otherId, bytes: showing(elsewhere) },
  ])
  await sweepFiles(app.deps, days(190))
  expect([await isThere(suggested), await isThere(elsewhere)]).toEqual([true, true])
})

test('a file that came and went in an open doc is found in what the history packs of that', async () => {
  const file = await add()
  const { db } = app.deps
  const room = roomName('doc', at.doc.id)
  await app.rooms.edit(room, (doc) => {
    const picture = new Y.XmlElement('picture')
    picture.setAttribute('file', file.id)
    docBody(doc).insert(0, [picture])
  })
  await app.rooms.edit(room, (doc) => docBody(doc).delete(0, 1))
  const log = await db.select().from(roomUpdates).where(eq(roomUpdates.roomId, at.doc.id))
  const begunAt = new Date()
  const pack = { firstSeq: 1n, lastSeq: 2n, checksum: 0, begunAt, endedAt: begunAt }
  const bytes = packUpdates(log.map((row) => row.bytes))
  await db.insert(roomHistory).values({ roomId: at.doc.id, bytes, ...pack })
  await db.delete(roomUpdates).where(eq(roomUpdates.roomId, at.doc.id))
  await sweepFiles(app.deps, days(190))
  expect(await isThere(file)).toBe(true)
})

test('a file that nobody ever used goes after half a year, and its bytes a month later', async () => {
  const file = await add()
  await sweepFiles(app.deps, days(179))
  expect(await isThere(file)).toBe(true)
  await sweepFiles(app.deps, days(181))
  expect([await isThere(file), await bytesLie(file)]).toEqual([false, false])
})

test('bytes without a row go after a month, and never those of a workspace not known here', async () => {
  const { db, files: store } = app.deps
  const file = await add()
  const unknown = { workspaceId: crypto.randomUUID(), sha256: file.sha256 }
  await store.put(unknown, new Uint8Array([1]))
  await db.delete(files).where(eq(files.id, file.id))
  await sweepFiles(app.deps, days(29))
  expect(await bytesLie(file)).toBe(true)
  await sweepFiles(app.deps, days(31))
  expect(await bytesLie(file)).toBe(false)
  expect(await store.open(unknown)).not.toBeNull()
})

test('bytes that two files share stay while one of them is there', async () => {
  const [one, other] = [await add(), await add()]
  expect(one.sha256).toBe(other.sha256)
  await app.deps.db.delete(files).where(eq(files.id, one.id))
  await sweepFiles(app.deps, days(31))
  expect(await bytesLie(other)).toBe(true)
})
