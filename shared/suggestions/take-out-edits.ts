/** Takes a suggestion out of its fork, so that the fork says there what the doc says. */
import type * as Y from 'yjs'
import { deleteIds, setAttributes } from './accept-edits'
import { bringBack, keepAttributeInFork } from './fork-edits'
import { readFork } from './read-suggestions'
import type { SuggestedDoc } from './suggested-doc-edits'
import type { Spot } from './suggestion'

export type Sides = { doc: Y.Doc; fork: Y.Doc; live: SuggestedDoc }

/**
 * When they were accepted, the doc says what the fork said, and the fork's deletions stay. Marks are
 * settled afterwards, text by text: see `settleMarks`.
 */
export function takeOut(
  { doc, fork, live }: Sides,
  spots: readonly Spot[],
  accepted: boolean,
): void {
  deleteIds(
    live.current,
    spots.flatMap(({ inserted }) => inserted.ids),
  )
  const removed = spots.flatMap((spot) => spot.removed.ids)
  if (!accepted) bringBack(doc, fork, removed)
  for (const spot of spots) {
    if (spot.kind === 'attributes') leaveAttributes(fork, live.current, spot, accepted)
  }
}

/**
 * Gives up what the fork has written anew, so that the doc's own words stand there and it follows the
 * doc again. For its author, before they write on.
 */
export function tidy(sides: Sides): void {
  const { echoes } = readFork(sides.doc, sides.live.current, sides.fork)
  if (echoes.length > 0) takeOut(sides, echoes, false)
}

function leaveAttributes(fork: Y.Doc, suggested: Y.Doc, spot: Spot, accepted: boolean): void {
  const { type } = spot.on
  if (!type) return
  if (!accepted) setAttributes(suggested, spot, 'doc')
  for (const name of Object.keys(spot.differences)) keepAttributeInFork(fork, type, name)
}
