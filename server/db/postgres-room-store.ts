/** Keeps rooms as a log of updates in Postgres, server or embedded. */
import type { Pool } from 'pg'
import type { Log } from '../sync/log'
import type { RoomStore } from '../sync/room-store'
import { groupCommit } from './group-commit'
import { insertUpdates } from './insert-updates'
import { isDamaged, type Row, readRows } from './room-rows'
import { squashRoom } from './squash-room'
import { type SquashThread, sharedSquashThread } from './squash-thread'
import { RoomDamaged, undamagedRows } from './undamaged-rows'

export type PostgresRoomStoreOptions = {
  /** Is told of every row that turns out to be damaged. */
  log: Log
  /** Connections for nothing but appends, so that no slow query keeps them waiting. */
  appendPool?: Pool | undefined
  thread?: SquashThread
  /** How long an append may wait for others to be committed with. */
  gatherMs?: number
}

export type PostgresRoomStore = RoomStore & {
  /** Bytes of appends that are not settled yet. Grows while the database stalls. */
  readonly backlogBytes: number
}

export function postgresRoomStore(
  pool: Pool,
  { log, appendPool = pool, thread = sharedSquashThread(), gatherMs = 3 }: PostgresRoomStoreOptions,
): PostgresRoomStore {
  const commits = groupCommit({ insert: (batch) => insertUpdates(appendPool, batch), gatherMs })
  const mender = { pool, thread, log }
  return {
    append: (roomId, bytes, personId) => commits.append({ roomId, bytes, personId }),

    get backlogBytes() {
      return commits.backlogBytes
    },

    async load(roomId) {
      const rows = await undamagedRows(mender, roomId)
      return rows && { updates: rows.map(({ bytes, personId }) => ({ update: bytes, personId })) }
    },

    async squash(roomId) {
      const rows = await readRows(pool, roomId)
      refuseDamaged(log, roomId, rows ?? [])
      return rows && squashRoom(pool, thread, roomId, rows)
    },
  }
}

/** Whoever squashes has the room open, whole: what is left of the log would be less than that. */
function refuseDamaged(log: Log, room: string, rows: readonly Row[]): void {
  const damaged = rows.filter(isDamaged)
  if (damaged.length === 0) return
  for (const { seq } of damaged) log.error({ room, seq }, 'a row of a room is damaged')
  throw new RoomDamaged(`room ${room} is damaged: it is not squashed, and mended when it is loaded`)
}
