import { afterAll, beforeAll, expect, test } from 'vitest'
import { boardCardMoves } from '../db/card-tables'
import type { Queryable } from '../db/database'
import { makeBoard, makeProject, makeWorkspace } from '../testing/make'
import { type TestDatabase, testDatabase } from '../testing/test-database'
import { beginLeaving, noteStage } from './leaving-queries'
import { moveTalk, releaseMoves, reopenMoves } from './moving-card-queries'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  // As databases are where people read lists in their language; the one for tests sorts as programs do.
  await database.pool.query(
    'alter table board_card_moves alter column card type text collate "en-x-icu"',
  )
})
afterAll(() => database.close())

/** In the order of whoever begins moves, which is not that of a language. */
const [first, second] = ['B', 'a'] as const
const cards = [second, first]

type Way = { from: string; to: string }

const stayed = new Set(cards)
const steps: [string, (db: Queryable, way: Way) => Promise<unknown>][] = [
  ['begin to leave', (db, way) => beginLeaving(db, cards, way, { stayed, there: new Map() })],
  ['have left', (db, way) => noteStage(db, cards, way, 'left')],
  ['are taken up again', (db, way) => reopenMoves(db, cards, way)],
  ['came back', (db, { from, to }) => moveTalk(db, cards, { from: to, to: from })],
  ['did not go', (db, way) => releaseMoves(db, cards, way)],
]

test.each(steps)(
  'cards that %s wait for the first before they hold the second',
  async (_, step) => {
    const { db, pool } = database
    const { owner } = await makeWorkspace(db)
    const project = await makeProject(db, owner)
    const [from, to] = [
      (await makeBoard(db, project, owner)).id,
      (await makeBoard(db, project, owner)).id,
    ]
    await db.insert(boardCardMoves).values(cards.map((card) => ({ boardId: from, card, to })))
    const other = await pool.connect()
    const lock = (card: string) =>
      other.query(
        'select 1 from board_card_moves where board_id = $1 and card = $2 for update nowait',
        [from, card],
      )
    await other.query('begin')
    await lock(first)
    const done = db.transaction((tx) => step(tx, { from, to }))
    const waiting = `select count(*)::int as count from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`
    await expect.poll(async () => (await pool.query(waiting)).rows[0].count).toBe(1)
    const isFree = await lock(second).then(
      () => true,
      () => false,
    )
    await other.query('rollback')
    other.release()
    await done
    expect(isFree).toBe(true)
  },
)
