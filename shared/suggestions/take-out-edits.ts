/** Takes a suggestion out of its fork, so that the fork says there what the doc says. */
import type * as Y from 'yjs'
import { deleteIds, setAttributes } from './accept-edits'
import { bringBack, elementAt, keepAttributeInFork } from './fork-edits'
import { sinceNow } from './kept'
import { readFork } from './read-suggestions'
import { giveUpMarks, setMarksAnew } from './settle-marks-edits'
import type { SuggestedDoc } from './suggested-doc-edits'
import type { Spot } from './suggestion'
import { textsToSettle } from './texts-to-settle'

export type Sides = { doc: Y.Doc; fork: Y.Doc; live: SuggestedDoc }

/**
 * `accepted` is the doc that says what the fork said, and then the fork's deletions stay; null when
 * they are refused. Marks are settled afterwards, text by text: see `settle-marks-edits.ts`.
 */
export function takeOut(
  { doc, fork, live }: Sides,
  spots: readonly Spot[],
  accepted: Y.Doc | null,
): void {
  deleteIds(
    live.current,
    spots.flatMap(({ inserted }) => inserted.ids),
  )
  const removed = spots.flatMap((spot) => spot.removed.ids)
  if (!accepted) bringBack(doc, fork, removed)
  const blocks = spots.filter(({ kind }) => kind === 'attributes')
  if (!accepted) {
    live.current.transact(() => {
      for (const spot of blocks) setAttributes(live.current, spot, 'doc')
    })
  }
  fork.transact(() => {
    for (const spot of blocks) leaveAttributes(fork, spot, accepted)
  })
}

/**
 * Gives up what the fork has written anew, so that the doc's own words stand there and it follows the
 * doc again. For its author, before they write on.
 */
export function tidy(sides: Sides): void {
  const { doc, fork, live } = sides
  const { suggestions, echoes } = readFork(doc, live.current, fork)
  if (echoes.length === 0) return
  const texts = textsToSettle(doc, live.current, echoes, suggestions)
  takeOut(sides, echoes, null)
  giveUpMarks(fork, live, texts)
  setMarksAnew(live, texts)
}

function leaveAttributes(fork: Y.Doc, { on, differences }: Spot, accepted: Y.Doc | null): void {
  const { type } = on
  if (!type) return
  const element = accepted && elementAt(accepted, type)
  for (const name of Object.keys(differences)) {
    keepAttributeInFork(fork, type, name, element ? sinceNow(element, name) : true)
  }
}
