/**
 * The port to the other nodes that serve the same rooms. What is said on it may be lost, and
 * nobody may be there to say it to: the store is the truth, and this only makes it quick (S17).
 */
import type { RoomName } from '@atelier/shared/sync/room-name'

export interface Bus {
  /**
   * Tells of a room what others say in it. Nothing one has said oneself comes back, what one node
   * says comes in order. Answers how to stop.
   */
  listen(room: RoomName, listener: BusListener): () => void
  /** Never waits, never throws. */
  say(room: RoomName, message: Uint8Array): void
  /** Something said in this room is in the store by now: whoever could not hear it may read it there. */
  committed(room: RoomName): void
  /** Something was put into the store by another road than this room: whoever has it open reads it there. */
  storedBeside(room: RoomName): void
}

export interface BusListener {
  /** `node` is whoever said it, by a name no other node ever has. */
  hear(node: string, message: Uint8Array): void
  /** Something may have been missed: right after listening began, and whenever the line was gone. */
  missed(): void
  /** This node is no more, or has not been heard of for long. */
  gone(node: string): void
}

/** For a server that is alone. */
export const noBus: Bus = {
  listen: () => () => undefined,
  say: () => undefined,
  committed: () => undefined,
  storedBeside: () => undefined,
}
