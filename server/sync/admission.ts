/** The port between rooms and permissions: rooms ask, and never learn why. */
import type { Access, PresentPerson } from '@atelier/shared/sync/messages'
import type { RoomName } from '@atelier/shared/sync/room-name'

/** Who is at the other end of a socket. `sessionId` is the public id of their sign-in session; of a guest both are the id of their seat. */
export type Ticket = { sessionId: string; personId: string; guest?: true }

export type Admission =
  | { kind: 'admitted'; roomId: string; access: Access; person: PresentPerson }
  | { kind: 'signed-out' }
  /** Missing and not allowed look the same. */
  | { kind: 'no-access' }

/** Asked once when joining, and again whenever rights may have changed (S5). */
export type Admit = (ticket: Ticket, room: RoomName) => Promise<Admission>

/** What a client brings to the door of a room. */
export type Knock = {
  room: RoomName
  /** Null when nobody is signed in. */
  ticket: Ticket | null
  /** What the client says it speaks, NaN when it does not say: see shared/sync/messages. */
  wire: number
  content: number
}

/** Whose rights may have changed; anybody named by any of these is asked again. */
export type Affected = { personIds?: string[]; roomIds?: string[]; sessionIds?: string[] }
