import type { Spot } from '@atelier/shared/basics/order'
import type { Column } from '@atelier/shared/boards/board'

/** One card, or several that stand beside each other afterwards. */
export type Moved = string | readonly string[]

export const movedIds = (moved: Moved): readonly string[] =>
  typeof moved === 'string' ? [moved] : moved

/** How many places a card can take in a column: one more than the other cards in it. */
export const placesIn = (column: Column, moved: Moved): number => others(column, moved).length + 1

/** The spot that makes a card the `position`-th (from 1) in a column, itself not counted twice. */
export function spotAt(column: Column, moved: Moved, position: number): Spot {
  const next = others(column, moved)[position - 1]
  return next ? { before: next.id } : 'end'
}

function others(column: Column, moved: Moved) {
  const ids = new Set(movedIds(moved))
  return column.cards.filter((card) => !ids.has(card.id))
}
