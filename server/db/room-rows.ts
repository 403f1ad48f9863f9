/** Rows of a room's log, as they are read. */
import type { Pool, PoolClient } from 'pg'
import { checksumOf } from './checksum'

export type Row = { seq: string; bytes: Uint8Array; checksum: number | null }

/** Rows older than checksums are believed. */
export const isDamaged = ({ bytes, checksum }: Row): boolean =>
  checksum !== null && checksumOf(bytes) !== checksum

/** In order; null when there is no such room. */
export async function readRows(by: Pool | PoolClient, roomId: string): Promise<Row[] | null> {
  const { rows } = await by.query<Row | { seq: null }>(
    `select u.seq, u.bytes, u.checksum
     from rooms r left join room_updates u on u.room_id = r.id
     where r.id = $1 order by u.seq`,
    [roomId],
  )
  if (rows.length === 0) return null
  return rows.filter((row): row is Row => row.seq !== null)
}

/** What the last squash replaced by one of these rows, in order. */
export async function readReplaced(
  by: Pool | PoolClient,
  roomId: string,
  replacedBy: readonly string[],
): Promise<Row[]> {
  const { rows } = await by.query<Row>(
    `select seq, bytes, checksum from room_updates_replaced
     where room_id = $1 and replaced_by = any($2::bigint[]) order by seq`,
    [roomId, replacedBy],
  )
  return rows
}
