import type { OfflineCopy } from './offline-copy'
import type { ConnectionParts } from './room-connection'

/** What a room client needs from outside. */
export type RoomParts = ConnectionParts & {
  /** Null where nothing may be kept on this device. */
  openCopy: (() => Promise<OfflineCopy>) | null
  /** Told, never swallowed: what this device could not keep or read. */
  reportCopyError: (error: unknown) => void
}
