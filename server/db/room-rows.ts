/** Rows of a room's log, as they are read. */
import type { Pool } from 'pg'
import { checksumOf } from './checksum'

export type Row = {
  seq: string
  bytes: Uint8Array
  checksum: number | null
  personId: string | null
  createdAt: Date
  inHistory: boolean
}

const logged = 'room_id, seq, bytes, checksum, person_id, created_at, in_history'
const read = `u.seq, u.bytes, u.checksum, u.person_id as "personId", u.created_at as "createdAt",
  u.in_history as "inHistory"`

/** Rows older than checksums are believed. */
export const isDamaged = ({ bytes, checksum }: Row): boolean =>
  checksum !== null && checksumOf(bytes) !== checksum

/** In order; null when there is no such room. */
export async function readRows(pool: Pool, roomId: string): Promise<Row[] | null> {
  const { rows } = await pool.query<Row | { seq: null }>(
    `select ${read}
     from rooms r left join room_updates u on u.room_id = r.id
     where r.id = $1 order by u.seq`,
    [roomId],
  )
  if (rows.length === 0) return null
  return rows.filter((row): row is Row => row.seq !== null)
}

export type Replaced = Row & { replacedBy: string }

/** A room's log, and what its last squash had replaced, as they were at one moment. */
export type RowsWithReserve = { rows: Row[]; reserve: Replaced[] }

/** Null when there is no such room. */
export async function readWithReserve(pool: Pool, roomId: string): Promise<RowsWithReserve | null> {
  const { rows } = await pool.query<(Row | { seq: null }) & { replacedBy: string | null }>(
    `select ${read}, u.replaced_by as "replacedBy"
     from rooms r left join (
       select ${logged}, null as replaced_by from room_updates where room_id = $1
       union all
       select ${logged}, replaced_by from room_updates_replaced where room_id = $1
     ) u on u.room_id = r.id
     where r.id = $1 order by u.seq`,
    [roomId],
  )
  if (rows.length === 0) return null
  const found = rows.filter((row): row is Row & { replacedBy: string | null } => row.seq !== null)
  return {
    rows: found.filter(({ replacedBy }) => replacedBy === null),
    reserve: found.filter((row): row is Replaced => row.replacedBy !== null),
  }
}
