/** Moving cards between the lanes of a board: the place and what the lane stands for change as one edit. */
import type * as Y from 'yjs'
import type { Spot } from '../basics/order'
import { edit } from './board-shape'
import { moveCards } from './card-edits'
import { addAssignee, addLabel, removeAssignee, removeLabel } from './fact-edits'

/** From the lane of one person or label to that of another; null is the lane of cards that have none. */
export type LaneChange = { kind: 'person' | 'label'; from: string | null; to: string | null }

/** Answers how many there were to move. In the lane of none, they have none of what lanes stand for. */
export function moveCardsToLane(
  doc: Y.Doc,
  ids: readonly string[],
  to: { column: string; spot: Spot },
  { kind, from, to: lane }: LaneChange,
  /** Of all cards: everybody, or every label, that one of them may have. */
  all: readonly string[],
): number {
  const [add, remove] = kind === 'person' ? [addAssignee, removeAssignee] : [addLabel, removeLabel]
  return edit(doc, () => {
    const moved = moveCards(doc, ids, to)
    if (moved === 0 || from === lane) return moved
    for (const gone of lane === null ? all : from === null ? [] : [from]) remove(doc, ids, gone)
    if (lane !== null) add(doc, ids, lane)
    return moved
  })
}
