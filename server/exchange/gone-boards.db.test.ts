import { boardTitle } from '@atelier/shared/boards/board-shape'
import { newBoardUpdate } from '@atelier/shared/boards/new-board'
import { roomName } from '@atelier/shared/sync/room-name'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadProject } from '../access/project-access-queries'
import { makeProject, makeWorkspace } from '../testing/make'
import { type TestApp, testApp } from '../testing/test-app'
import { insertImport } from './import-queries'
import { undoImport } from './undo-import-queries'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.stop())

test('whoever writes into a board whose import was undone is told that it is gone, and nothing is tried for ever', async () => {
  const { db, rooms } = app.deps
  const { owner } = await makeWorkspace(db)
  const actor = { personId: owner.id, workspaceId: owner.workspaceId, role: owner.role }
  const project = await loadProject(db, actor, (await makeProject(db, owner)).id)
  const id = crypto.randomUUID()
  const update = newBoardUpdate({ title: 'Work', columns: [] })
  const board = { id, title: 'Work', columns: [], cards: [], comments: [], files: [], update }
  await insertImport(db, actor, project, { docs: [], boards: [board] })
  const room = roomName('board', id)
  const write = () => rooms.edit(room, (doc) => boardTitle(doc).insert(0, 'x'), owner.id)
  await write()
  await undoImport(db, id, owner.id)
  await expect(write()).rejects.toMatchObject({ code: 'not-found' })
  await expect(write()).rejects.toMatchObject({ code: 'not-found' })
  await expect(rooms.read(room)).rejects.toMatchObject({ code: 'not-found' })
})
