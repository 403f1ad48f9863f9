/** The bytes a version is made of, and those written between two. */

import { refuse } from '@atelier/shared/refusals'
import { sql } from 'drizzle-orm'
import { checksumOf } from '../db/checksum'
import type { Queryable } from '../db/database'

export type WrittenBytes = { bytes: Uint8Array; personId: string | null }

type ByteRow = { bytes: Uint8Array; checksum: number | null; person_id: string | null }

/**
 * Everything up to `seq`, which is a place of `placeFrom`. What the last squash left is enough where it
 * comes first; for what is older, the history. Read in one statement: a squash may come between two.
 */
export async function loadUpdatesUpTo(
  db: Queryable,
  docId: string,
  seq: number,
): Promise<Uint8Array[]> {
  const { rows } = await db.execute<ByteRow>(sql`
    with whole as (
      select max(seq) as seq from room_updates where room_id = ${docId} and in_history)
    select h.bytes, h.checksum, h.last_seq as place from room_history h, whole
      where h.room_id = ${docId} and h.last_seq <= ${seq}
        and (whole.seq is null or whole.seq > ${seq})
    union all
    select u.bytes, u.checksum, u.seq from room_updates u, whole
      where u.room_id = ${docId} and u.seq <= ${seq}
        and (not u.in_history or whole.seq <= ${seq})
    order by place`)
  return rows.map((row) => unharmed(row).bytes)
}

/** What was written after `since`, up to `seq`, and by whom. */
export async function loadUpdatesBetween(
  db: Queryable,
  docId: string,
  since: number,
  seq: number,
): Promise<WrittenBytes[]> {
  const { rows } = await db.execute<ByteRow>(sql`
    select bytes, checksum, person_id, last_seq as place from room_history
      where room_id = ${docId} and last_seq > ${since} and last_seq <= ${seq}
    union all
    select bytes, checksum, person_id, seq from room_updates
      where room_id = ${docId} and seq > ${since} and seq <= ${seq} and not in_history
    order by place`)
  return rows.map(unharmed)
}

/** A version with a hole would be a lie; what is damaged is told by scrub. */
function unharmed({ bytes, checksum, person_id }: ByteRow): WrittenBytes {
  if (checksum !== null && checksumOf(bytes) !== checksum) refuse('conflict')
  return { bytes, personId: person_id }
}
