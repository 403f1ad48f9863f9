import type { Spot } from '@atelier/shared/basics/order'
import type { Column } from '@atelier/shared/boards/board'

/** How many places a card can take in a column: one more than the other cards in it. */
export const placesIn = (column: Column, cardId: string): number =>
  column.cards.filter((card) => card.id !== cardId).length + 1

/** The spot that makes a card the `position`-th (from 1) in a column, itself not counted twice. */
export function spotAt(column: Column, cardId: string, position: number): Spot {
  const others = column.cards.filter((card) => card.id !== cardId)
  const next = others[position - 1]
  return next ? { before: next.id } : 'end'
}
