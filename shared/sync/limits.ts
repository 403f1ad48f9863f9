import { isInJournal, type RoomKind } from './room-name'

/** One set of limits for every way in. */
export const limits = {
  /** Largest websocket frame, bytes. */
  frameBytes: 4 * 1024 * 1024,
  /** Largest encoded state of one room, bytes. */
  roomBytes: 20 * 1024 * 1024,
  /** The same for a section of a journal or a fork of one, all of which is decoded for whoever comes in (S18). */
  sectionBytes: 4 * 1024 * 1024,
  /** The same for a pad, which is read whole when it is revealed. */
  padBytes: 1024 * 1024,
  /** From this share of what it may have on, whoever is in the room is warned. */
  warnFrom: 0.8,
  /** Distinct client ids in one live update, and in one sync step 2 (a long-offline device). */
  clientsPerUpdate: 64,
  clientsPerStep2: 4096,
  /** Deepest nesting of shared types. */
  depth: 64,
  /** One person's presence in one room, bytes of JSON. */
  presenceBytes: 2048,
  /** Unsent bytes per socket: beyond the first presence is dropped, beyond the second updates wait in the room's log, beyond the third it is closed. */
  unsentPresenceBytes: 256 * 1024,
  unsentUpdateBytes: 512 * 1024,
  unsentCloseBytes: 4 * 1024 * 1024,
} as const

export function roomBytesOf(kind: RoomKind | undefined): number {
  if (kind === 'pad') return limits.padBytes
  return isInJournal(kind) ? limits.sectionBytes : limits.roomBytes
}
