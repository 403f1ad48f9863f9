import type { Pool, PoolClient } from 'pg'
import { checksumOf } from './checksum'
import { packsOf } from './history-packs'
import { inTransaction } from './in-transaction'
import { type HistoryPlan, insertPacks, planOfHistory } from './room-history'
import type { Row } from './room-rows'
import type { SquashThread } from './squash-thread'

/** Somebody else is at it. */
class GaveWay extends Error {}

/**
 * Puts the whole in the place of the last of `rows`, and deletes exactly them (S11). They are
 * squashed before the transaction begins: whatever happened to one of them meanwhile ends it.
 * In the same transaction they go into the room's history. Null when somebody else has been, or is, at it.
 */
export async function squashRoom(
  pool: Pool,
  thread: SquashThread,
  roomId: string,
  rows: readonly Row[],
): Promise<Uint8Array | null> {
  const last = rows.at(-1)
  if (!last || rows.length === 1) return null
  const plan = await planOfHistory(pool, roomId)
  const packs = plan.isKept ? packsOf(rows, plan.cuts) : []
  const places = new Map(rows.map((row, place) => [row, place]))
  const squashed = await thread.squash(
    rows.map(({ bytes }) => bytes),
    packs.map((pack) => pack.rows.map((row) => places.get(row) ?? -1)),
  )
  try {
    await inTransaction(pool, async (client) => {
      await lockRoom(client, roomId, plan)
      await keepReplaced(client, roomId, rows, last.seq, plan)
      await insertPacks(client, roomId, packs, squashed.packs)
      await putWhole(client, roomId, last.seq, squashed.whole, plan)
    })
    return squashed.whole
  } catch (error) {
    if (error instanceof GaveWay) return null
    throw error
  }
}

/**
 * A second squash steps back; appends only share the room's row, and go on. So does one whose plan has
 * become an old one: somebody gave a version a name, and this would pack across it.
 */
async function lockRoom(client: PoolClient, roomId: string, plan: HistoryPlan) {
  const lock = await client.query(
    'select 1 from rooms where id = $1 for no key update skip locked',
    [roomId],
  )
  if (lock.rowCount !== 1) throw new GaveWay()
  const now = await planOfHistory(client, roomId)
  if ([...now.cuts].some((cut) => !plan.cuts.has(cut))) throw new GaveWay()
}

/**
 * The rows leave the log and are kept. What an earlier squash replaced can go: the row that took
 * its place is among `rows`, so it has been read back and found unharmed.
 */
async function keepReplaced(
  client: PoolClient,
  roomId: string,
  rows: readonly Row[],
  replacedBy: string,
  { isKept }: HistoryPlan,
) {
  await client.query('delete from room_updates_replaced where room_id = $1', [roomId])
  const moved = await client.query(
    `with read as (select * from unnest($2::bigint[], $3::int4[]) as read (seq, checksum)),
     gone as (
       delete from room_updates u using read
       where u.seq = read.seq and u.room_id = $1 and u.checksum is not distinct from read.checksum
       returning u.*)
     insert into room_updates_replaced
       (seq, room_id, bytes, person_id, created_at, checksum, in_history, replaced_by)
     select seq, room_id, bytes, person_id, created_at, checksum, $5, $4 from gone`,
    [roomId, rows.map(({ seq }) => seq), rows.map(({ checksum }) => checksum), replacedBy, isKept],
  )
  if (moved.rowCount !== rows.length) throw new GaveWay()
}

async function putWhole(
  client: PoolClient,
  roomId: string,
  seq: string,
  whole: Uint8Array,
  { isKept }: HistoryPlan,
) {
  await client.query(
    'insert into room_updates (seq, room_id, bytes, checksum, in_history) values ($1, $2, $3, $4, $5)',
    [seq, roomId, whole, checksumOf(whole), isKept],
  )
}
