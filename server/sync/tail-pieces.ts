/** What came since a squash, in few pieces for whoever joins: the older, the more updates in one. */
import { syncKinds } from '@atelier/shared/sync/messages'
import { mergeUpdates } from './merge-updates'
import { encodeSync, payloadOf } from './sync-frames'

/** An update like this was squashed, or checked with great care when it came: it stays as it is. */
export const largeBytes = 16 * 1024

/** A sync update that is equal to so many of the log. */
export type Piece = { frame: Uint8Array; updates: number }

export function withMore(pieces: readonly Piece[], frames: readonly Uint8Array[]): Piece[] {
  let all = [...pieces]
  for (const lot of inLots(frames)) all = withPiece(all, pieceOf(lot))
  return all
}

/** Small ones together, a large one alone. */
function inLots(frames: readonly Uint8Array[]): Uint8Array[][] {
  const lots: Uint8Array[][] = []
  let small: Uint8Array[] | null = null
  for (const frame of frames) {
    if (small && frame.length < largeBytes) {
      small.push(frame)
      continue
    }
    const lot = [frame]
    lots.push(lot)
    small = frame.length < largeBytes ? lot : null
  }
  return lots
}

const pieceOf = (frames: readonly Uint8Array[], updates = frames.length): Piece => ({
  frame: encodeSync(syncKinds.update, mergeUpdates(frames.map(payloadOf))),
  updates,
})

const isLarge = ({ frame }: Piece) => frame.length >= largeBytes

/** Pieces of like size become one, so that there are few, and each byte is merged a few times only. */
function withPiece(pieces: readonly Piece[], last: Piece): Piece[] {
  const before = pieces.at(-1)
  const isApart = !before || before.updates > 2 * last.updates
  if (isApart || isLarge(before) || isLarge(last)) return [...pieces, last]
  const merged = pieceOf([before.frame, last.frame], before.updates + last.updates)
  return withPiece(pieces.slice(0, -1), merged)
}
