import type { Board } from '@atelier/shared/boards/board'
import { type Relations, readRelations } from '@atelier/shared/boards/relations'

/** A board's cards are another map whenever one of them changed. */
const known = new WeakMap<Board['cards'], Relations>()

/** Read once per change of the board, however many ask. */
export function relationsOf(cards: Board['cards']): Relations {
  let relations = known.get(cards)
  if (!relations) {
    relations = readRelations(cards)
    known.set(cards, relations)
  }
  return relations
}
