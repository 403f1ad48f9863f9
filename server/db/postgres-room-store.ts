import type { Pool } from 'pg'
import type { RoomStore } from '../sync/room-store'

export function postgresRoomStore(_pool: Pool): RoomStore {
  throw new Error('being built')
}
