import { must } from '@atelier/shared/basics/must'
import { readBoard } from '@atelier/shared/boards/board'
import { addOutcome } from '@atelier/shared/boards/fact-edits'
import { roomName } from '@atelier/shared/sync/room-name'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { makeBoard, makePerson, makeProject, makeWorkspace } from '../testing/make'
import { type TestApp, testApp } from '../testing/test-app'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.stop())

const boardOf = (id: string) => app.deps.rooms.look(roomName('board', id), (doc) => readBoard(doc))
const edit = (id: string, change: (doc: Y.Doc) => void) =>
  app.deps.rooms.edit(roomName('board', id), change)
const cardAt = async (board: string, id: string) => (await boardOf(board)).cards.get(id)
const path = (board: string) => `/api/boards/${board}/moves`

async function twoBoards() {
  const { db } = app.deps
  const workspace = await makeWorkspace(db)
  const { owner } = workspace
  const mover = await makePerson(db, workspace)
  const members: { members: [typeof mover, 'contributor'][] } = {
    members: [[mover, 'contributor']],
  }
  const [here, there] = [
    await makeProject(db, owner, members),
    await makeProject(db, owner, members),
  ]
  const cards = [{ title: 'Weld', column: 'To do' }]
  const from = (await makeBoard(db, here, owner, { cards })).id
  const to = (await makeBoard(db, there, owner)).id
  const [id] = [...(await boardOf(from)).cards.keys()]
  const column = must((await boardOf(to)).columns[0], 'column').id
  return { owner, mover, here, there, from, to, id: must(id, 'card'), column }
}

test('what it contributes to in its project is told where the other does not have it, and comes back with it', async () => {
  const { owner, mover, here, there, from, to, id, column } = await twoBoards()
  const as = await app.as(owner)
  const add = async (project: { id: string }, name: string) => {
    const outcome = { id: crypto.randomUUID(), name, level: 'alone' }
    expect((await as.post(`/api/projects/${project.id}/outcomes`, outcome)).status).toBe(204)
    return outcome.id
  }
  const [read, weld] = [await add(here, 'Reads a chart'), await add(here, 'Welds')]
  const weldThere = await add(there, 'Welds')
  await edit(from, (doc) => {
    for (const outcome of [read, weld]) addOutcome(doc, id, outcome)
  })
  const browser = await app.as(mover)
  const copy = { boardId: to, column, cards: [{ card: id, as: 'copy' }] }
  const copied = await browser.post(`/api/boards/${from}/copies`, copy)
  const moved = await browser.post(path(from), { cards: [id], boardId: to, column })
  expect([copied, moved].map(({ body }) => body.left.outcomes)).toEqual([
    ['Reads a chart'],
    ['Reads a chart'],
  ])
  for (const one of [id, 'copy']) expect((await cardAt(to, one))?.outcomes).toEqual([weldThere])
  const home = must((await boardOf(from)).columns[0], 'column').id
  const back = await browser.post(path(to), { cards: [id], boardId: from, column: home })
  expect(back.body.left.outcomes).toEqual([])
  expect((await cardAt(from, id))?.outcomes).toEqual([read, weld].sort())
})

test('on another board of its project it goes on contributing to all it did, also to what nobody knows', async () => {
  const { owner, mover, here, from, id } = await twoBoards()
  const beside = (await makeBoard(app.deps.db, here, owner)).id
  const column = must((await boardOf(beside)).columns[0], 'column').id
  await edit(from, (doc) => addOutcome(doc, id, 'nobody’s'))
  const { body } = await (await app.as(mover)).post(path(from), {
    cards: [id],
    boardId: beside,
    column,
  })
  expect(body.left.outcomes).toEqual([])
  expect((await cardAt(beside, id))?.outcomes).toEqual(['nobody’s'])
})
