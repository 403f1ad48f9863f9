/** When a room's log is so long that it is squashed. */
import { limits } from '@atelier/shared/sync/limits'
import type { Fill } from './fill'

/** A log of more rows is squashed when the room is quiet, of more bytes in any case. */
export const longRows = 200
const longTailBytes = 256 * 1024

/**
 * The bytes from which a log of now so many bytes is squashed even while people type: when it has doubled
 * what a squash has left of it, or when the room is about to be called full and may only be so
 * because of its log (S16).
 */
export function longFrom({ bytes, limitBytes }: Fill, squashedBytes = bytes): number {
  const doubled = bytes + Math.max(squashedBytes, longTailBytes)
  const nearlyFull = Math.max(limits.warnFrom * limitBytes, bytes + longTailBytes)
  return Math.min(doubled, nearlyFull)
}
