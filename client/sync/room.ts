/** What a screen knows of a room. `useRoom` in use-room.ts opens one and closes it again. */
import type { CloseReason } from '@atelier/shared/sync/close-codes'
import type { Access, PresentPerson, RefusedReason } from '@atelier/shared/sync/messages'
import type { RoomName } from '@atelier/shared/sync/room-name'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { Watched } from './watched'

/**
 * `changes` counts this person's changes not yet in the database; 0 while it is not yet known
 * whether an earlier visit left some. `onDevice`: whether this device keeps them over a reload; then
 * `changes` are those it has committed, and the rest follows within moments.
 */
export type SaveState =
  | { kind: 'saved' }
  | { kind: 'saving'; changes: number }
  | { kind: 'offline'; changes: number; onDevice: boolean }
  | { kind: 'reading' }
  | { kind: 'reload' }

/** An open room: hand `doc` and `awareness` to an editor binding or to functions of shared/…-edits. */
export type Room = {
  name: RoomName
  /** Another object after refused changes were taken back: key what is bound to it by `doc.guid`. */
  doc: Y.Doc
  /** Set local fields of `presenceKeys` only; `person` of others is stamped by the server. */
  awareness: Awareness
  access: Access
  me: PresentPerson
}

/**
 * Changes that will not be stored; `text` is what they said, so that it can be copied. `unkept`:
 * the room is closed, and this device keeps no copy of them. `evicted`: the browser has dropped them,
 * and nobody knows what they said. `about`: the titles of the cards that they changed, where there are any.
 */
export type RefusedEdits = { reason: LostReason; text: string; about?: readonly string[] }
export type LostReason = RefusedReason | 'no-access' | 'bad-frame' | 'unkept' | 'evicted'

/**
 * - `opening`: nothing to show yet (skeleton); `unreachable`: because the server does not answer.
 * - `open`: content is here, from the server or, when it cannot be reached, from this device.
 * - `closed`: final; `reason` says what to tell. Of `changes` that are unstored the device keeps
 *   a copy when `onDevice` says so, otherwise their words are in `refused`.
 */
export type RoomState =
  | { kind: 'opening'; unreachable: boolean }
  | {
      kind: 'open'
      room: Room
      /** Changes with every key: read where it is shown, by `useWatched`. */
      saving: Watched<SaveState>
      /** The server has newer content than this page understands: nothing can be written any more. */
      outdated: boolean
      /** How full it is, once the server warns of it: from 80 % on. At 100 it takes nothing more. */
      fullPercent: number | null
      refused: RefusedEdits | null
      forgetRefused: () => void
    }
  | {
      kind: 'closed'
      reason: CloseReason
      changes: number
      onDevice: boolean
      refused: RefusedEdits | null
      forgetRefused: () => void
    }
