/** Damaged rows leave the log for the quarantine, where people find them, as they are. */
import type { Pool, PoolClient } from 'pg'
import { checksumOf } from './checksum'
import { inTransaction } from './in-transaction'
import type { Finding, MendPlan } from './mend-plan'
import type { Row } from './room-rows'

/** Another server has changed the room since it was read. */
export class RowsChanged extends Error {}

/** All of it or nothing. Rejects with RowsChanged when the rows are no longer those of the plan. */
export function carryOut(pool: Pool, roomId: string, plan: MendPlan): Promise<void> {
  return inTransaction(pool, async (client) => {
    await client.query('select 1 from rooms where id = $1 for no key update', [roomId])
    await quarantine(client, 'room_updates', roomId, plan.damaged)
    await quarantine(client, 'room_updates_replaced', roomId, plan.damagedReplaced)
    await restore(client, roomId, plan.restored)
    await quarantine(client, 'room_updates', roomId, plan.loose)
    const place = plan.loose[0]?.row.seq
    if (plan.kept && place !== undefined) {
      await client.query(
        'insert into room_updates (seq, room_id, bytes, checksum) values ($1, $2, $3, $4)',
        [place, roomId, plan.kept, checksumOf(plan.kept)],
      )
    }
  })
}

const columns = 'seq, room_id, bytes, person_id, created_at, checksum'
type Table = 'room_updates' | 'room_updates_replaced'

/** A place in the log may be taken by another row meanwhile: its checksum must agree as well. */
async function quarantine(
  client: PoolClient,
  from: Table,
  roomId: string,
  findings: readonly Finding[],
) {
  if (findings.length === 0) return
  const rows = findings.map(({ row }) => row)
  const moved = await client.query(
    `with found as (
       select * from unnest($2::bigint[], $3::int4[], $4::text[]) as found (seq, checksum, why)),
     gone as (
       delete from ${from} u using found
       where u.seq = found.seq and u.room_id = $1
         and u.checksum is not distinct from found.checksum
       returning u.*, found.why)
     insert into room_updates_quarantined (${columns}, why) select ${columns}, why from gone`,
    [roomId, ...seqsAndChecksums(rows), findings.map(({ why }) => why)],
  )
  if (moved.rowCount !== findings.length) throw new RowsChanged()
}

async function restore(client: PoolClient, roomId: string, rows: readonly Row[]) {
  if (rows.length === 0) return
  const moved = await client.query(
    `with gone as (
       delete from room_updates_replaced u
       using unnest($2::bigint[], $3::int4[]) as read (seq, checksum)
       where u.seq = read.seq and u.room_id = $1
         and u.checksum is not distinct from read.checksum
       returning u.*)
     insert into room_updates (${columns}, in_history) select ${columns}, in_history from gone`,
    [roomId, ...seqsAndChecksums(rows)],
  )
  if (moved.rowCount !== rows.length) throw new RowsChanged()
}

const seqsAndChecksums = (rows: readonly Row[]) => [
  rows.map(({ seq }) => seq),
  rows.map(({ checksum }) => checksum),
]
