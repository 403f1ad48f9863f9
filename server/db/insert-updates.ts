import type { Pool } from 'pg'
import { byteaArray, int4Array, uuidArray } from './binary-array'
import { checksumOf } from './checksum'
import type { Append } from './group-commit'

const text = `insert into room_updates (room_id, bytes, person_id, checksum)
  select room_id, bytes, person_id, checksum
  from unnest($1::uuid[], $2::bytea[], $3::uuid[], $4::int4[])
    with ordinality as given (room_id, bytes, person_id, checksum, place)
  order by place`

/** One statement and so one commit, in the order given. */
export async function insertUpdates(pool: Pool, batch: readonly Append[]): Promise<void> {
  const values = [
    uuidArray(batch.map(({ roomId }) => roomId)),
    byteaArray(batch.map(({ bytes }) => bytes)),
    uuidArray(batch.map(({ personId }) => personId)),
    int4Array(batch.map(({ bytes }) => checksumOf(bytes))),
  ]
  await pool.query(text, values)
}
