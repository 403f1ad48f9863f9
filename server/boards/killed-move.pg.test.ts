import { must } from '@atelier/shared/basics/must'
import { readBoard } from '@atelier/shared/boards/board'
import { roomName } from '@atelier/shared/sync/room-name'
import { inArray } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startChild } from '../bench/child-process'
import { boardCardMoves } from '../db/card-tables'
import { root } from '../launch/root.mjs'
import { makeBoard, makeProject, makeWorkspace } from '../testing/make'
import { type TestApp, testApp } from '../testing/test-app'
import { type TestDatabase, testDatabase } from '../testing/test-database'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const shownOn = async ({ deps }: TestApp, id: string) => {
  const { columns } = await deps.rooms.look(roomName('board', id), readBoard)
  return columns.flatMap(({ cards }) => cards.map(({ title }) => title))
}

test('cards whose server was killed (-9) between two boards are on one of them after the next start', async () => {
  const { db } = database
  const { owner } = await makeWorkspace(db)
  const project = await makeProject(db, owner)
  const cards = ['Weld', 'Cut'].map((title) => ({ title, column: 'To do' }))
  const from = (await makeBoard(db, project, owner, { cards })).id
  const to = (await makeBoard(db, project, owner)).id
  const before = await testApp({ database })
  const ids = [...(await before.deps.rooms.look(roomName('board', from), readBoard)).cards.keys()]
  await before.stop()
  const target = { board: to, project: project.id, column: null }
  const move = { cards: ids, from, to: target, personId: owner.id }
  const told = JSON.stringify({ url: must(database.url, 'url'), move })
  const args = ['--import', 'tsx', 'server/testing/die-between-boards.ts', told]
  const server = await startChild({ args, cwd: root, ready: /^between the boards/, core: null })
  await server.kill()

  const next = await testApp({ database })
  expect([await shownOn(next, from), await shownOn(next, to)]).toEqual([
    ['Weld', 'Cut'],
    ['Weld', 'Cut'],
  ])
  await next.stop()
  // As if so long had passed that nobody who lives is still at it.
  const claimedAt = new Date(Date.now() - 150_000)
  await db.update(boardCardMoves).set({ claimedAt }).where(inArray(boardCardMoves.card, ids))
  const later = await testApp({ database })
  await expect.poll(() => shownOn(later, from)).toEqual([])
  expect((await shownOn(later, to)).toSorted()).toEqual(['Cut', 'Weld'])
  await later.stop()
})
