import type { Pool } from 'pg'
import { RoomGone } from '../sync/room-store'
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
  try {
    await pool.query(text, values)
  } catch (error) {
    throw isOfNoRoom(error) ? new RoomGone('no such room', { cause: error }) : error
  }
}

/** Postgres’ “foreign key violation”, of the room and not of its author. */
function isOfNoRoom(error: unknown): boolean {
  const { code, constraint } = (error ?? {}) as { code?: unknown; constraint?: unknown }
  return code === '23503' && constraint === 'room_updates_room_id_rooms_id_fk'
}
