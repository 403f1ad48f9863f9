/** Damage in what a room was: found, told, and set aside, so that what comes after it can be told again. */
import type { Pool, PoolClient } from 'pg'
import { inTransaction } from './in-transaction'
import { type Finding, wrongChecksum } from './mend-plan'
import { isDamaged, type Row } from './room-rows'
import type { SquashThread } from './squash-thread'

/** A row of the history, with its `lastSeq` as `seq`. */
type Pack = Row & { id: string; firstSeq: string }

export type PackFinding = Finding & { row: Pack }

export async function lookAtHistory(
  pool: Pool,
  thread: SquashThread,
  roomId: string,
): Promise<PackFinding[]> {
  const { rows } = await pool.query<Pack>(
    `select id, first_seq as "firstSeq", last_seq as seq, bytes, checksum, person_id as "personId",
       ended_at as "createdAt", true as "inHistory"
     from room_history where room_id = $1 order by last_seq`,
    [roomId],
  )
  const damaged = rows.filter(isDamaged)
  const good = rows.filter((row) => !damaged.includes(row))
  const { unreadable } = await thread.fit(good.map(({ bytes }) => bytes))
  return [
    ...damaged.map((row) => ({ row, why: wrongChecksum })),
    ...unreadable.flatMap((place) => {
      const row = good[place]
      return row ? [{ row, why: 'it is no update' }] : []
    }),
  ]
}

export const sentenceOnPack = (roomId: string, { row, why }: PackFinding): string =>
  `Room ${roomId}: rows ${row.firstSeq} to ${row.seq} of its history are damaged (${why}).`

/**
 * Into quarantine with them. What the log holds goes into the history once more at the next squash: from
 * there on versions are whole again.
 */
export function mendHistory(
  pool: Pool,
  roomId: string,
  findings: readonly PackFinding[],
): Promise<void> {
  return inTransaction(pool, async (client) => {
    await client.query('select 1 from rooms where id = $1 for no key update', [roomId])
    for (const finding of findings) await quarantine(client, finding)
    await client.query('update room_updates set in_history = false where room_id = $1', [roomId])
  })
}

async function quarantine(client: PoolClient, { row, why }: PackFinding): Promise<void> {
  await client.query(
    `with gone as (delete from room_history where id = $1 returning *)
     insert into room_updates_quarantined
       (seq, room_id, bytes, person_id, created_at, checksum, why)
     select last_seq, room_id, bytes, person_id, ended_at, checksum, $2 from gone`,
    [row.id, `in the history: ${why}`],
  )
}
