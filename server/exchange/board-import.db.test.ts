import { must } from '@atelier/shared/basics/must'
import { newBoardUpdate } from '@atelier/shared/boards/new-board'
import { docOf } from '@atelier/shared/docs/new-doc'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadProject } from '../access/project-access-queries'
import { writeBoardSummary } from '../boards/board-summary'
import { readCardRows } from '../boards/card-row-queries'
import { cardRowsOf } from '../boards/card-rows'
import { listBoards } from '../projects/project-contents-queries'
import { makeProject, makeWorkspace } from '../testing/make'
import { type TestApp, testApp } from '../testing/test-app'
import type { ReadyBoard } from './board-import-queries'
import { insertImport } from './import-queries'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.stop())

async function inserted(boards: ReadyBoard[]) {
  const { owner } = await makeWorkspace(app.deps.db)
  const actor = { personId: owner.id, workspaceId: owner.workspaceId, role: owner.role }
  const { id } = await makeProject(app.deps.db, owner)
  const project = await loadProject(app.deps.db, actor, id)
  await insertImport(app.deps.db, actor, project, { docs: [], boards })
  return async () => (await listBoards(app.deps.db, id)).map((board) => board.id)
}

const ready = (more: Partial<ReadyBoard> = {}): ReadyBoard => ({
  ...{ id: crypto.randomUUID(), title: 'Work', columns: [], cards: [], comments: [], files: [] },
  update: new Uint8Array([0, 0]),
  ...more,
})

test('while a board is stored nothing of it is decoded: its cards came with it', async () => {
  const seed = { title: 'x', columns: ['To do'], cards: [{ title: 'Ask', column: 'To do' }] }
  const [card] = cardRowsOf(docOf(newBoardUpdate(seed)))
  const board = ready({ cards: [must(card, 'card')], update: new Uint8Array([255, 255, 255]) })
  await inserted([board])
  expect(await readCardRows(app.deps.db, board.id)).toEqual([card])
})

test('boards that come in together are listed in their order, also once they were looked at', async () => {
  const titles = Array.from({ length: 12 }, (_, nth) => `Board ${nth}`)
  const update = newBoardUpdate({ title: 'x', columns: [] })
  const boards = titles.map((title) => ready({ title, update }))
  const listed = await inserted(boards)
  const ids = boards.map(({ id }) => id)
  expect(await listed()).toEqual(ids)
  for (const id of ids) await writeBoardSummary(app.deps.db, id, docOf(update))
  expect(await listed()).toEqual(ids)
})
