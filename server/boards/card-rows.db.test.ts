import { must } from '@atelier/shared/basics/must'
import { readBoard } from '@atelier/shared/boards/board'
import { addCard, archiveCard, moveCard, renameCard } from '@atelier/shared/boards/card-edits'
import { newBoardUpdate } from '@atelier/shared/boards/new-board'
import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { boardCards } from '../db/card-tables'
import { makeBoard, makeProject, makeWorkspace } from '../testing/make'
import { type TestApp, testApp } from '../testing/test-app'
import { writeBoardSummary } from './board-summary'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.stop())

const seed = {
  title: 'Work',
  columns: ['To do', 'Done'],
  cards: [
    { title: 'Ask the supplier', column: 'To do' },
    { title: 'Measure', column: 'Done' },
  ],
}

async function madeBoard() {
  const { owner } = await makeWorkspace(app.deps.db)
  const { id } = await makeBoard(app.deps.db, await makeProject(app.deps.db, owner), owner, seed)
  const doc = new Y.Doc()
  // Every card has an id of chance: the rows of this doc are written over those of its making.
  Y.applyUpdate(doc, newBoardUpdate(seed))
  return { id, doc }
}

const rowsOf = async (boardId: string) => {
  const rows = await app.deps.db
    .select()
    .from(boardCards)
    .where(eq(boardCards.boardId, boardId))
    .orderBy(asc(boardCards.title))
  return rows.map(({ title, column, archived }) => ({ title, column, archived }))
}

test('a new board’s cards are known to the lists at once', async () => {
  const { id } = await madeBoard()
  expect(await rowsOf(id)).toEqual([
    { title: 'Ask the supplier', column: 'To do', archived: false },
    { title: 'Measure', column: 'Done', archived: false },
  ])
})

test('what happened to the cards is known when the board is quiet, and told once', async () => {
  const { id, doc } = await madeBoard()
  await writeBoardSummary(app.deps.db, id, doc)
  const { columns } = readBoard(doc)
  const [toDo, done] = [must(columns[0], 'To do'), must(columns[1], 'Done')]
  const ask = must(toDo.cards[0], 'card').id
  const measure = must(done.cards[0], 'card').id
  renameCard(doc, ask, 'Ask both suppliers')
  moveCard(doc, ask, { column: done.id, spot: 'end' })
  archiveCard(doc, measure)
  addCard(doc, { column: toDo.id, title: 'New \u0000', spot: 'end' })
  expect(await writeBoardSummary(app.deps.db, id, doc)).toBe(true)
  expect(await rowsOf(id)).toEqual([
    { title: 'Ask both suppliers', column: 'Done', archived: false },
    { title: 'Measure', column: 'Done', archived: true },
    { title: 'New ', column: 'To do', archived: false },
  ])
  expect(await writeBoardSummary(app.deps.db, id, doc)).toBe(false)
})

test('a renamed card alone is a change for the lists', async () => {
  const { id, doc } = await madeBoard()
  await writeBoardSummary(app.deps.db, id, doc)
  renameCard(doc, must(readBoard(doc).columns[0]?.cards[0], 'card').id, 'Other')
  expect(await writeBoardSummary(app.deps.db, id, doc)).toBe(true)
})
