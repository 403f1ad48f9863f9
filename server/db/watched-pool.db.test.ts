/** A database that stops answering without hanging up: lost power, a cut cable, a stopped disk. */
import type { NetConnectOpts } from 'node:net'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import type { Pool, PoolConfig } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { AppendQueue } from '../sync/append-queue'
import { wallClock } from '../sync/clock'
import type { Log } from '../sync/log'
import { type FaultProxy, faultProxy } from '../testing/fault-proxy'
import { makeProject, makeWorkspace } from '../testing/make'
import { type TestDatabase, testDatabase } from '../testing/test-database'
import { inTransaction } from './in-transaction'
import { postgresRoomStore } from './postgres-room-store'
import { watchedPool } from './watched-pool'

const silent: Log = { warn: () => undefined, error: () => undefined }

const silenceMs = 500

let database: TestDatabase
let road: FaultProxy
let pool: Pool

beforeEach(async () => {
  database = await testDatabase()
  road = await faultProxy(placeOf(database.pool.options))
  pool = watchedPool(alongTheRoad(database.pool.options), silenceMs)
  pool.on('error', () => undefined)
})
afterEach(async () => {
  await road.close()
  await pool.end()
  await database.close()
})

function placeOf({ connectionString, host = '' }: PoolConfig): NetConnectOpts {
  if (!connectionString) return { path: join(host, '.s.PGSQL.5432') }
  const { hostname, port } = new URL(connectionString)
  return { host: hostname, port: Number(port) }
}

function alongTheRoad({ connectionString, user, database: name }: PoolConfig): PoolConfig {
  const here = { host: '127.0.0.1', port: road.port, max: 2 }
  if (!connectionString) return { ...here, user, database: name }
  const url = new URL(connectionString)
  return { ...here, user: url.username, database: url.pathname.slice(1) }
}

async function makeRoom(): Promise<string> {
  const { owner } = await makeWorkspace(database.db)
  const project = await makeProject(database.db, owner)
  const { rows } = await database.pool.query<{ id: string }>(
    `insert into rooms (workspace_id, project_id, kind) values ($1, $2, 'doc') returning id`,
    [project.workspaceId, project.id],
  )
  return rows[0]?.id ?? ''
}

test('[S2] storing goes on by itself once a database that hung is back', async () => {
  const roomId = await makeRoom()
  const store = postgresRoomStore(pool, { log: silent })
  let notice: () => void = () => undefined
  const noticed = new Promise<void>((resolve) => {
    notice = resolve
  })
  const queue = new AppendQueue({
    append: (update, personId) => store.append(roomId, update, personId),
    clock: wallClock,
    onStored: () => undefined,
    onAppendTrouble: () => notice(),
    onGone: () => undefined,
  })
  queue.add(new Uint8Array([0, 0]), null)
  await queue.whenStored()
  road.suffer({ kind: 'dark' })
  queue.add(new Uint8Array([0, 0]), null)
  await noticed
  road.suffer({ kind: 'none' })
  await queue.whenStored()
  expect((await store.load(roomId))?.updates).toHaveLength(2)
})

test.each([
  [
    'of ours',
    (work: () => void) =>
      inTransaction(pool, async (client) => {
        await client.query('select 1')
        work()
        await client.query('select 2')
      }),
  ],
  [
    'of the query builder',
    (work: () => void) =>
      drizzle(pool).transaction(async (tx) => {
        await tx.execute(sql`select 1`)
        work()
        await tx.execute(sql`select 2`)
      }),
  ],
])(
  'a transaction %s that hangs, or is hung up on, fails and leaves a whole pool behind',
  async (_, transaction) => {
    for (const happens of [() => road.suffer({ kind: 'dark' }), road.hangUp]) {
      // As many as the pool has connections.
      const all = await Promise.allSettled([transaction(happens), transaction(happens)])
      expect(all.map(({ status }) => status)).toContain('rejected')
      road.suffer({ kind: 'none' })
      const { rows } = await pool.query('select 3 as answer')
      expect(rows).toEqual([{ answer: 3 }])
    }
  },
)
