import type { OfflineCopy } from './offline-copy'
import type { ConnectionParts } from './room-connection'

/** What a room client needs from outside. */
export type RoomParts = ConnectionParts & {
  /** Null where nothing may be kept on this device. */
  openCopy: ((onErased: () => void) => Promise<OfflineCopy>) | null
  /**
   * Answers null for a room the server knows; else what to wait for before it is asked for the
   * room. Left out where every room is known.
   */
  whileFresh?: () => Promise<{ known: Promise<void> } | null>
  /** Told, never swallowed: what this device could not keep or read. */
  reportCopyError: (error: unknown) => void
}
