/** Every room of this process: opened once, asked again about rights, put away when quiet. */
import type { PresentPerson } from '@atelier/shared/sync/messages'
import type { RoomName } from '@atelier/shared/sync/room-name'
import type * as Y from 'yjs'
import type { Admit, Ticket } from './admission'
import type { Clock } from './clock'
import type { RoomStore } from './room-store'
import type { Socket, SocketEvents } from './socket'

export type Log = {
  warn(details: object, message: string): void
  error(details: object, message: string): void
}

export type RoomsOptions = {
  store: RoomStore
  admit: Admit
  /** The room has been quiet, or everybody left: write what lists and search need. Retried when it fails. */
  onSettled?: (room: RoomName, doc: Y.Doc) => Promise<unknown> | undefined
  /** Somebody came or went. */
  onPeopleChanged?: (room: RoomName) => void
  clock?: Clock
  log: Log
}

export type Knock = {
  room: RoomName
  /** Null when nobody is signed in. */
  ticket: Ticket | null
  /** What the client says it speaks: `wire` and `content` of the socket's address. */
  wire: number
  content: number
}

export type Affected = { personIds?: string[]; roomIds?: string[]; sessionIds?: string[] }

export type Rooms = {
  /** Takes over `socket` at once, before rights are asked and the room is loaded; tell it what happens. */
  join(socket: Socket, knock: Knock): SocketEvents
  /**
   * The server writes through the same road as everybody (S13); resolves once it is stored.
   * Refuses with `not-found` when there is no such room.
   */
  edit(room: RoomName, edit: (doc: Y.Doc) => void): Promise<void>
  /** Asks `admit` again for whoever is affected; a different answer closes their socket (S5). */
  recheck(affected: Affected): void
  /** Each person once per room; rooms nobody has open are left out. */
  whoIsHere(rooms: readonly RoomName[]): Map<RoomName, PresentPerson[]>
  /** Takes nothing more, stores everything, then sends everybody away to reconnect. */
  close(): Promise<void>
}

export function createRooms(_options: RoomsOptions): Rooms {
  throw new Error('being built')
}
