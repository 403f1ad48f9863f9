/**
 * Where a room's updates are kept: the port between rooms and a database.
 * `room-store-contract.ts` is the acceptance suite every implementation must pass.
 */

/** Yjs V1 bytes, and who wrote them: null for the server, and for what a squash has made of several. */
export type StoredUpdate = { update: Uint8Array; personId: string | null }

/** Apply `updates` in order to an empty Y.Doc to get the room. */
export type StoredRoom = { updates: StoredUpdate[] }

/** There is no such room any more: nothing more of it will ever be stored. */
export class RoomGone extends Error {
  override name = 'RoomGone'
}

export interface RoomStore {
  /** Null when no such room was ever created: a missing room is never an empty one (S9). */
  load(roomId: string): Promise<StoredRoom | null>
  /**
   * Resolves once `update` is committed, in the order of calls for one room. Rejects when nobody
   * can say that it was: it may be stored all the same, and storing it again does no harm. With
   * `RoomGone` where there is no room to store it in.
   * `personId` is its author, null for the server.
   */
  append(roomId: string, update: Uint8Array, personId: string | null): Promise<void>
  /**
   * Replaces exactly the rows it has read by their squashed equivalent (S11), and answers that: it
   * holds at least every update whose append had resolved before the call. Null when there was
   * nothing to do, or somebody else is at it. Safe on any node at any time.
   */
  squash(roomId: string): Promise<Uint8Array | null>
}
