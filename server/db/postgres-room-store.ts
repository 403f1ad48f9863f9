/** Keeps rooms as a log of updates in Postgres, server or embedded. */
import type { Pool } from 'pg'
import type { RoomStore } from '../sync/room-store'
import { squashed } from '../sync/squashed'
import { type Append, groupCommit } from './group-commit'
import { inTransaction } from './in-transaction'

export function postgresRoomStore(pool: Pool): RoomStore {
  const append = groupCommit((batch) => insert(pool, batch))
  return {
    append: (roomId, bytes, personId) => append({ roomId, bytes, personId }),

    async load(roomId) {
      const { rows } = await pool.query<{ bytes: Buffer | null }>(
        `select u.bytes from rooms r left join room_updates u on u.room_id = r.id
         where r.id = $1 order by u.seq`,
        [roomId],
      )
      if (rows.length === 0) return null
      return { updates: rows.flatMap(({ bytes }) => bytes ?? []) }
    },

    squash: (roomId) => squash(pool, roomId),
  }
}

/** One statement and so one commit, in the order given. */
async function insert(pool: Pool, batch: readonly Append[]): Promise<void> {
  await pool.query(
    `insert into room_updates (room_id, bytes, person_id)
     select room_id, bytes, person_id
     from unnest($1::uuid[], $2::bytea[], $3::uuid[]) with ordinality as given (room_id, bytes, person_id, place)
     order by place`,
    [
      batch.map(({ roomId }) => roomId),
      batch.map(({ bytes }) => asBuffer(bytes)),
      batch.map(({ personId }) => personId),
    ],
  )
}

const asBuffer = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/**
 * Deletes only what it has read, and puts the whole in the place of the last of it (S11). The lock
 * on the room's own row makes a second squash step back; appends only share that row and go on.
 */
function squash(pool: Pool, roomId: string): Promise<Uint8Array | null> {
  return inTransaction(pool, async (client) => {
    const lock = await client.query(
      'select 1 from rooms where id = $1 for no key update skip locked',
      [roomId],
    )
    if (lock.rowCount !== 1) return null
    const { rows } = await client.query<{ seq: string; bytes: Buffer }>(
      'select seq, bytes from room_updates where room_id = $1 order by seq',
      [roomId],
    )
    const last = rows.at(-1)
    if (!last || rows.length === 1) return null
    const deleted = await client.query('delete from room_updates where seq = any($1::bigint[])', [
      rows.map(({ seq }) => seq),
    ])
    if (deleted.rowCount !== rows.length) throw new Error('rows vanished while being squashed')
    const whole = squashed(rows.map(({ bytes }) => bytes))
    await client.query('insert into room_updates (seq, room_id, bytes) values ($1, $2, $3)', [
      last.seq,
      roomId,
      asBuffer(whole),
    ])
    return whole
  })
}
