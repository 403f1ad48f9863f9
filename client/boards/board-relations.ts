import type { Board } from '@atelier/shared/boards/board'
import type { Card } from '@atelier/shared/boards/card'
import { type Relations, readRelations } from '@atelier/shared/boards/relations'
import { sameItems } from '@atelier/shared/boards/sharing'

type Cards = Board['cards']

/** A board's cards are another map whenever one of them changed. */
const known = new WeakMap<Cards, Relations>()
let last: { cards: Cards; found: Relations } | null = null

/** Read once per change of the board, however many ask, and only when a card relates to others than before. */
export function relationsOf(cards: Cards): Relations {
  const before = known.get(cards)
  if (before) return before
  const found = last && relateAlike(last.cards, cards) ? last.found : readRelations(cards)
  known.set(cards, found)
  last = { cards, found }
  return found
}

function relateAlike(before: Cards, now: Cards): boolean {
  if (before.size !== now.size) return false
  for (const card of now.values()) {
    const was = before.get(card.id)
    if (was !== card && !(was && relatesAlike(was, card))) return false
  }
  return true
}

const relatesAlike = (a: Card, b: Card) =>
  a.partOf === b.partOf && a.duplicates === b.duplicates && sameItems(a.blocks, b.blocks)
