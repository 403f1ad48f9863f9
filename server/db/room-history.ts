/** What squashes take out of a room's log is kept: see history-packs.ts. */
import type { Pool, PoolClient } from 'pg'
import { byteaArray, int4Array, uuidArray } from './binary-array'
import { checksumOf } from './checksum'
import type { Pack } from './history-packs'
import type { Row } from './room-rows'

/** `cuts` are the places that have a name, and that nothing may be packed across. */
export type HistoryPlan = { isKept: boolean; cuts: ReadonlySet<string> }

/**
 * What people suggest is decided one by one, and each decision is kept: its fork needs no past. Of a journal
 * nothing is kept that its author has deleted.
 */
export async function planOfHistory(
  client: Pool | PoolClient,
  roomId: string,
): Promise<HistoryPlan> {
  const { rows } = await client.query<{ kind: string; cuts: string[] }>(
    `select kind, array(select seq::text from doc_versions where doc_id = r.id) as cuts
     from rooms r where id = $1`,
    [roomId],
  )
  return {
    isKept: rows[0]?.kind === 'doc' || rows[0]?.kind === 'board',
    cuts: new Set(rows[0]?.cuts),
  }
}

/** `bytes` are those of each pack. */
export async function insertPacks(
  client: PoolClient,
  roomId: string,
  packs: readonly Pack<Row>[],
  bytes: readonly Uint8Array[],
): Promise<void> {
  if (packs.length === 0) return
  await client.query(
    `insert into room_history
       (room_id, first_seq, last_seq, bytes, checksum, person_id, begun_at, ended_at)
     select $1, first_seq, last_seq, bytes, checksum, person_id, begun_at, ended_at
     from unnest($2::bigint[], $3::bigint[], $4::bytea[], $5::int4[], $6::uuid[],
         $7::timestamptz[], $8::timestamptz[]) with ordinality
       as given (first_seq, last_seq, bytes, checksum, person_id, begun_at, ended_at, place)
     order by place`,
    [
      roomId,
      packs.map(({ rows }) => rows[0]?.seq),
      packs.map(({ rows }) => rows.at(-1)?.seq),
      byteaArray(bytes),
      int4Array(bytes.map(checksumOf)),
      uuidArray(packs.map(({ personId }) => personId)),
      packs.map(({ begunAt }) => begunAt),
      packs.map(({ endedAt }) => endedAt),
    ],
  )
}
