/** What a screen knows of a room. `useRoom` in use-room.ts opens one and closes it again. */
import type { CloseReason } from '@atelier/shared/sync/close-codes'
import type { Access, PresentPerson } from '@atelier/shared/sync/messages'
import type { RoomName } from '@atelier/shared/sync/room-name'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'

/** `changes` counts this person's changes not yet in the database. */
export type SaveState =
  | { kind: 'saved' }
  | { kind: 'saving'; changes: number }
  | { kind: 'offline'; changes: number }
  | { kind: 'reading' }
  | { kind: 'reload' }

/** An open room: hand `doc` and `awareness` to an editor binding or to functions of shared/…-edits. */
export type Room = {
  name: RoomName
  doc: Y.Doc
  /** Set local fields of `presenceKeys` only; `person` of others is stamped by the server. */
  awareness: Awareness
  access: Access
  me: PresentPerson
}

/**
 * - `opening`: nothing to show yet (skeleton).
 * - `open`: content is here, from the server or, when it cannot be reached, from this device.
 * - `closed`: final; `reason` says what to tell.
 */
export type RoomState =
  | { kind: 'opening' }
  | { kind: 'open'; room: Room; save: SaveState }
  | { kind: 'closed'; reason: CloseReason }
