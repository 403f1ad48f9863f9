import type { RoomName } from '@atelier/shared/sync/room-name'
import type { Bus } from './bus'
import type { Clock } from './clock'
import type { Log } from './log'
import type { RoomStore } from './room-store'

/** What all rooms of a server have in common. */
export type RoomHouse = {
  store: RoomStore
  bus: Bus
  clock: Clock
  log: Log
  onPeopleChanged(room: RoomName): void
  /** It was deleted while it was open. */
  onGone(room: RoomName): void
  onWritten(room: RoomName, update: Uint8Array, personId: string | null): void
  /** Whoever comes in is given nothing of what was deleted before. */
  isConfidential(room: RoomName): boolean
}
