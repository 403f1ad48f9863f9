import * as encoding from 'lib0/encoding'
import type { Outline } from './outline'
import type { Range } from './ranges'
import { ownLog, scanUpdate } from './scan-update'

/**
 * The same update with only those deletions the room does not have yet. Every sync step 2 names
 * all deletions there ever were; sent on and stored as they come, they would fill the log.
 */
export function withoutKnownDeletions(
  outline: Outline,
  update: Uint8Array,
  deletionsAt: number,
): Uint8Array {
  const fresh = new Map<number, Range[]>()
  scanUpdate(update, ownLog, {
    struct: () => undefined,
    deletion(client, from, length) {
      const ranges = outline.undeleted(client, { from, to: from + length })
      if (ranges.length > 0) fresh.set(client, [...(fresh.get(client) ?? []), ...ranges])
    },
  })
  const encoder = encoding.createEncoder()
  encoding.writeUint8Array(encoder, update.subarray(0, deletionsAt))
  encoding.writeVarUint(encoder, fresh.size)
  for (const [client, ranges] of fresh) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, ranges.length)
    for (const { from, to } of ranges) {
      encoding.writeVarUint(encoder, from)
      encoding.writeVarUint(encoder, to - from)
    }
  }
  return encoding.toUint8Array(encoder)
}
