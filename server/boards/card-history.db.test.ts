import { must } from '@atelier/shared/basics/must'
import { readBoard } from '@atelier/shared/boards/board'
import { moveCard, renameCard } from '@atelier/shared/boards/card-edits'
import { roomName } from '@atelier/shared/sync/room-name'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { postgresRoomStore } from '../db/postgres-room-store'
import { makeBoard, makePerson, makeProject, makeWorkspace } from '../testing/make'
import { type TestApp, testApp } from '../testing/test-app'
import { type TestDatabase, testDatabase } from '../testing/test-database'

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

test('a card’s history is told from the log, by whom, also after it was squashed', async () => {
  const { db } = app.deps
  const workspace = await makeWorkspace(db)
  const [lead, other, stranger] = await Promise.all(
    ['Lea', 'Otto', 'Stan'].map((name) => makePerson(db, workspace, { name })),
  )
  const owner = must(lead, 'lead')
  const project = await makeProject(db, owner, { members: [[must(other, 'other'), 'contributor']] })
  const board = await makeBoard(db, project, owner, {
    columns: ['To do', 'Done'],
    cards: [{ title: 'Measure', column: 'To do' }],
  })
  const room = roomName('board', board.id)
  const { columns, cards } = await app.deps.rooms.look(room, (doc) => readBoard(doc))
  const card = must([...cards.keys()][0], 'card')
  const done = must(columns[1], 'Done').id
  await app.deps.rooms.edit(
    room,
    (doc) => void moveCard(doc, card, { column: done, spot: 'end' }),
    must(other, 'other').id,
  )
  const path = `/api/boards/${board.id}/cards/${card}/history`
  const asked = async (person: typeof lead) => (await app.as(must(person, 'person'))).get(path)
  const moved = { person: other?.id, changes: [{ what: 'moved', from: 'To do', to: 'Done' }] }
  expect((await asked(other)).body).toMatchObject({
    hasMore: false,
    events: [moved, { person: owner.id, changes: [{ what: 'made' }] }],
  })

  await postgresRoomStore(database.pool, { log: app.deps.log }).squash(board.id)
  await app.deps.rooms.edit(room, (doc) => void renameCard(doc, card, 'Measure twice'), owner.id)
  const { body } = await asked(owner)
  expect(body.events[0]).toMatchObject({
    person: owner.id,
    changes: [{ what: 'renamed', from: 'Measure', to: 'Measure twice' }],
  })
  expect(body.events[1]).toMatchObject(moved)
  expect((await asked(stranger)).status).toBe(404)
  expect((await (await app.as(owner)).get(path.replace(card, '..%2f'))).status).toBe(404)
  expect((await (await app.as(owner)).get(path.replace(card, 'never'))).body.events).toEqual([])
})
