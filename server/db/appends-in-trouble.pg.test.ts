/** Storing while Postgres is slow, full, or busy with something else. */
import { Pool, type PoolClient } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { AppendQueue } from '../sync/append-queue'
import { wallClock } from '../sync/clock'
import { type RoomDatabase, roomDatabase } from '../testing/room-database'
import { postgresRoomStore } from './postgres-room-store'

let database: RoomDatabase
let room: string
beforeEach(async () => {
  database = await roomDatabase()
  room = await database.createRoom()
})
afterEach(() => database.close())

const update = (nth: number) => Uint8Array.of(0, 0, nth)

async function storedNumbers(): Promise<number[]> {
  const { rows } = await database.pool.query<{ bytes: Buffer }>(
    'select bytes from room_updates where room_id = $1 order by seq',
    [room],
  )
  return rows.map(({ bytes }) => bytes[2] ?? -1)
}

/** Until somebody else lets go, nothing is inserted, and nothing fails. */
async function stall(): Promise<PoolClient> {
  const client = await database.pool.connect()
  await client.query('begin')
  await client.query('lock table room_updates in share mode')
  return client
}

async function goOn(client: PoolClient) {
  await client.query('commit')
  client.release()
}

/** How many inserts wait for the one who holds the lock. */
const waitingInserts = async () => {
  const { rows } = await database.pool.query<{ count: number }>(
    `select count(*)::int as count from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return rows[0]?.count ?? 0
}

async function untilOneWaits() {
  while ((await waitingInserts()) === 0);
}

test('[S2] while the database stalls one commit is under way, and how much waits behind it is known', async () => {
  const store = postgresRoomStore(database.pool, { log: database.log })
  const client = await stall()
  const numbers = Array.from({ length: 100 }, (_, nth) => nth)
  const all = [store.append(room, update(0), null)]
  await untilOneWaits()
  all.push(...numbers.slice(1).map((nth) => store.append(room, update(nth), null)))
  expect(store.backlogBytes).toBe(300)
  expect(await waitingInserts()).toBe(1)
  expect(await storedNumbers()).toEqual([])
  await goOn(client)
  await Promise.all(all)
  expect(await storedNumbers()).toEqual(numbers)
  expect(store.backlogBytes).toBe(0)
})

test('[S2] a full disk is told as such, keeps nothing half, and loses nothing once there is room', async () => {
  const store = postgresRoomStore(database.pool, { log: database.log })
  await database.pool.query(`
    create function refuse() returns trigger language plpgsql as
      $$ begin raise exception 'No space left on device' using errcode = 'disk_full'; end $$;
    create trigger full_disk before insert on room_updates for each row execute function refuse()`)
  let troubled: (error: unknown) => void = () => undefined
  const trouble = new Promise<unknown>((resolve) => {
    troubled = resolve
  })
  const queue = new AppendQueue({
    append: (bytes, personId) => store.append(room, bytes, personId),
    clock: wallClock,
    onStored: () => undefined,
    onAppendTrouble: troubled,
    onGone: () => undefined,
  })
  for (let nth = 0; nth < 5; nth++) queue.add(update(nth), null)
  expect(await trouble).toMatchObject({ code: '53100' })
  expect(queue.stored).toBe(0)
  expect(await storedNumbers()).toEqual([])
  await database.pool.query('drop trigger full_disk on room_updates')
  await queue.whenStored()
  expect(await storedNumbers()).toEqual([0, 1, 2, 3, 4])
})

test('[S2] queries that use up every connection of the routes keep nobody’s words waiting', async () => {
  const routes = new Pool({ ...database.pool.options, max: 2 })
  const store = postgresRoomStore(routes, { log: database.log, appendPool: database.pool })
  const busy = [await routes.connect(), await routes.connect()]
  await store.append(room, update(7), null)
  expect(await storedNumbers()).toEqual([7])
  for (const client of busy) client.release()
  await routes.end()
})
