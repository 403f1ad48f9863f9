/** What people did on a node that is gone by now, told by another that did not hear them do it. */
import { must } from '@atelier/shared/basics/must'
import { readBoard } from '@atelier/shared/boards/board'
import { moveCard, renameCard } from '@atelier/shared/boards/card-edits'
import { addAssignee, removeAssignee } from '@atelier/shared/boards/fact-edits'
import { docTitle } from '@atelier/shared/docs/doc'
import type { InboxPage } from '@atelier/shared/inbox/inbox'
import { type RoomName, roomName } from '@atelier/shared/sync/room-name'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { postgresRoomStore } from '../db/postgres-room-store'
import { writeDocSummary } from '../docs/doc-summary'
import { noOtherNodes } from '../nodes/nodes'
import type { RoomStore } from '../sync/room-store'
import { createRooms, type Rooms } from '../sync/rooms'
import {
  type MadePerson,
  type MadeProject,
  makeBoard,
  makeDoc,
  makePerson,
  makeProject,
  makeWorkspace,
} from '../testing/make'
import { MemoryBus } from '../testing/memory-bus'
import { type TestApp, testApp } from '../testing/test-app'
import { type TestDatabase, testDatabase } from '../testing/test-database'

let database: TestDatabase
let ana: MadePerson
let ben: MadePerson
let cleo: MadePerson
let project: MadeProject
let board: string
let room: RoomName
let bus: MemoryBus
let store: RoomStore
/** Stores what is written, and never gets to tell anybody. */
let gone: Rooms
let other: TestApp

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

beforeEach(async () => {
  const { db, pool } = database
  const workspace = await makeWorkspace(db)
  ana = await makePerson(db, workspace)
  ben = await makePerson(db, workspace)
  cleo = await makePerson(db, workspace)
  const members = [ben, cleo].map((one): [MadePerson, 'contributor'] => [one, 'contributor'])
  project = await makeProject(db, ana, { members })
  const cards = [{ title: 'Measure', column: 'To do' }]
  board = (await makeBoard(db, project, ana, { columns: ['To do', 'Done'], cards })).id
  room = roomName('board', board)
  bus = new MemoryBus()
  const log = { warn: () => undefined, error: () => undefined }
  store = postgresRoomStore(pool, { log })
  gone = createRooms({
    store,
    admit: async () => ({ kind: 'no-access' }),
    bus: bus.node('gone'),
    log,
  })
  other = await testApp({
    database,
    openNodes: () => ({ ...noOtherNodes, bus: bus.node('other') }),
  })
  return async () => {
    await gone.close()
    await other.stop()
  }
})

const theCard = (doc: Y.Doc) => must([...readBoard(doc).cards.keys()][0], 'card')
const done = (doc: Y.Doc) => must(readBoard(doc).columns[1], 'Done').id
const finish = (doc: Y.Doc) => moveCard(doc, theCard(doc), { column: done(doc), spot: 'end' })
const watch = async (person: MadePerson) => {
  const card = await gone.look(room, theCard)
  const path = `/api/boards/${board}/cards/${card}/watching`
  expect((await (await other.as(person)).put(path, { watching: true })).status).toBe(204)
}
const inboxOf = async (person: MadePerson) =>
  ((await (await other.as(person)).get('/api/me/inbox')).body as InboxPage).items

const mention = (doc: Y.Doc, person: string) => {
  const element = new Y.XmlElement('mention')
  element.setAttribute('kind', 'person')
  element.setAttribute('id', person)
  const line = new Y.XmlElement('paragraph')
  line.insert(0, [element])
  doc.getXmlFragment('body').insert(0, [line])
}
const rename = (doc: Y.Doc) => renameCard(doc, theCard(doc), 'Measure again')

/** Both have it open, and hear nothing of each other. */
async function loseEachOther() {
  for (const rooms of [gone, other.rooms]) await rooms.look(room, theCard)
  bus.cut()
}

/** Where the line was cut, it reads what was written meanwhile in the store. */
async function comesBack() {
  const before = await other.rooms.look(room, (doc) => readBoard(doc).cards)
  bus.mend()
  await vi.waitFor(
    async () =>
      expect(await other.rooms.look(room, (doc) => readBoard(doc).cards)).not.toEqual(before),
    { timeout: 30_000 },
  )
}

test('names whoever did it, and tells nobody of their own', async () => {
  await watch(ben)
  await loseEachOther()
  await gone.edit(room, finish, ben.id)
  await gone.edit(room, (doc) => addAssignee(doc, theCard(doc), cleo.id), ana.id)
  await comesBack()
  await other.rooms.close()
  expect(await inboxOf(ben)).toEqual([])
  expect(await inboxOf(cleo)).toMatchObject([{ kind: 'assigned', actor: { id: ana.id } }])
})

test('does so of what it found in a room that it opened', async () => {
  await watch(ben)
  await watch(cleo)
  await gone.edit(room, finish, ben.id)
  await other.rooms.edit(room, rename, ana.id)
  await other.rooms.close()
  expect(await inboxOf(ben)).toEqual([])
  expect(await inboxOf(cleo)).toMatchObject([{ changes: ['moved'], actor: { id: ben.id } }])
})

test('does so of what was squashed before it could read it', async () => {
  await watch(ben)
  await loseEachOther()
  await gone.edit(room, (doc) => addAssignee(doc, theCard(doc), cleo.id), ana.id)
  await gone.edit(room, finish, ben.id)
  await gone.edit(room, (doc) => removeAssignee(doc, theCard(doc), cleo.id), ben.id)
  await gone.edit(room, (doc) => addAssignee(doc, theCard(doc), cleo.id), ana.id)
  await store.squash(board)
  await comesBack()
  await other.rooms.close()
  expect(await inboxOf(ben)).toEqual([])
  expect(await inboxOf(cleo)).toMatchObject([{ kind: 'assigned', actor: { id: ana.id } }])
})

test('names nobody where not even the log knows who it was', async () => {
  await watch(ben)
  await gone.edit(room, finish)
  await other.rooms.edit(room, rename, ana.id)
  await other.rooms.close()
  expect(await inboxOf(ben)).toMatchObject([{ changes: ['moved'], actor: null }])
})

test('does so of a mention in a doc', async () => {
  const doc = await makeDoc(database.db, project, ana)
  const docRoom = roomName('doc', doc.id)
  // What it came with is no news.
  await gone.look(docRoom, (live) => writeDocSummary(database.db, doc.id, live))
  await gone.edit(docRoom, (live) => mention(live, cleo.id), ana.id)
  await gone.edit(docRoom, (live) => mention(live, ben.id), ben.id)
  await other.rooms.edit(docRoom, (live) => docTitle(live).insert(0, 'A '), cleo.id)
  await other.rooms.close()
  expect(await inboxOf(cleo)).toMatchObject([{ kind: 'mentioned', actor: { id: ana.id } }])
  expect(await inboxOf(ben)).toEqual([])
})

test('follows the rules of the board in the name of whoever moved the card', async () => {
  const column = await other.rooms.look(room, done)
  const actions = [
    { do: 'notify', person: ben.id },
    { do: 'notify', person: cleo.id },
  ]
  const path = `/api/boards/${board}/rules/${crypto.randomUUID()}`
  expect((await (await other.as(ana)).put(path, { column, actions })).status).toBe(200)
  await loseEachOther()
  await gone.edit(room, finish, ben.id)
  await comesBack()
  await vi.waitFor(
    async () =>
      expect(await inboxOf(cleo)).toMatchObject([{ kind: 'rule', actor: { id: ben.id } }]),
    { timeout: 30_000 },
  )
  expect(await inboxOf(ben)).toEqual([])
})
