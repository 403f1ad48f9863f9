/** Moving cards between the lanes of a board: the place and what the lane stands for change as one edit. */
import type * as Y from 'yjs'
import type { Spot } from '../basics/order'
import { edit } from './board-shape'
import { moveCards } from './card-edits'
import {
  addAssignee,
  addLabel,
  addOutcome,
  removeAssignee,
  removeLabel,
  removeOutcome,
} from './fact-edits'

/** What on a card decides in which lanes it is, and how it is written. */
const facts = {
  person: { give: addAssignee, take: removeAssignee },
  label: { give: addLabel, take: removeLabel },
  outcome: { give: addOutcome, take: removeOutcome },
} as const

export type LaneFact = keyof typeof facts

/** What cards lose, and what they get, by going from one lane to another: ids of people, labels or outcomes. */
export type LaneChange = { fact: LaneFact; take: readonly string[]; give: string | null }

/** Answers how many there were to move. */
export function moveCardsToLane(
  doc: Y.Doc,
  ids: readonly string[],
  to: { column: string; spot: Spot },
  { fact, take, give }: LaneChange,
): number {
  return edit(doc, () => {
    const moved = moveCards(doc, ids, to)
    if (moved === 0) return moved
    for (const gone of take) if (gone !== give) facts[fact].take(doc, ids, gone)
    if (give !== null) facts[fact].give(doc, ids, give)
    return moved
  })
}
