import type { LogPiece } from '@atelier/shared/boards/card-history'
import { refuse } from '@atelier/shared/refusals'
import { sql } from 'drizzle-orm'
import { checksumOf } from '../db/checksum'
import type { Queryable } from '../db/database'

type Row = {
  bytes: Uint8Array
  checksum: number | null
  person_id: string | null
  at: Date | string
}

/** In memory at once: what was written over stays in a log, which no limit of rooms bounds. */
const mostBytes = 64 * 1024 * 1024

/** Refuses with `too-large` a log that is longer than can be played at once. */
export async function requireShortLog(db: Queryable, boardId: string): Promise<void> {
  const { rows } = await db.execute<{ bytes: string | null }>(sql`
    select sum(bytes)::text as bytes from (
      select octet_length(bytes) as bytes from room_history where room_id = ${boardId}
      union all
      select octet_length(bytes) from room_updates where room_id = ${boardId} and not in_history
    ) log`)
  if (Number(rows[0]?.bytes ?? 0) > mostBytes) refuse('too-large')
}

/** Everything that was ever written in a board, in its order. Read in one statement: a squash may come between two. */
export async function loadBoardLog(db: Queryable, boardId: string): Promise<LogPiece[]> {
  const { rows } = await db.execute<Row>(sql`
    select bytes, checksum, person_id, ended_at as at, last_seq as place
      from room_history where room_id = ${boardId}
    union all
    select bytes, checksum, person_id, created_at as at, seq as place
      from room_updates where room_id = ${boardId} and not in_history
    order by place`)
  return rows.map(({ bytes, checksum, person_id, at }) => {
    // A history with a hole would be a lie; what is damaged is told by scrub.
    if (checksum !== null && checksumOf(bytes) !== checksum) refuse('conflict')
    return { update: bytes, person: person_id, at: new Date(at).toISOString() }
  })
}
