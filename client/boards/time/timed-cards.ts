import type { Column } from '@atelier/shared/boards/board'
import type { Card } from '@atelier/shared/boards/card'
import { type Span, spanOf } from '@atelier/shared/boards/span'

/** A card with days, or without. The same object as before where nothing of it changed. */
export type TimedCard = { card: Card; span: Span; column: string; isDone: boolean }
export type UndatedCard = Omit<TimedCard, 'span'>

export type TimedCards = {
  /** By their first day, the longer ones first; else in the order of the board. */
  dated: readonly TimedCard[]
  /** In the order of the board, what is done last. */
  undated: readonly UndatedCard[]
}

export const noTimedCards: TimedCards = { dated: [], undated: [] }

/** The cards of a board that `keep` keeps, apart by whether they have days. */
export function readTimedCards(
  columns: readonly Column[],
  keep: (card: Card) => boolean,
  previous: TimedCards = noTimedCards,
): TimedCards {
  const known = new Map(previous.dated.map((timed) => [timed.card.id, timed]))
  const dated: TimedCard[] = []
  const undated: UndatedCard[] = []
  const knownUndated = new Map(previous.undated.map((one) => [one.card.id, one]))
  for (const { id: column, done: isDone, cards } of columns) {
    for (const card of cards) {
      if (!keep(card)) continue
      const span = spanOf(card)
      if (!span) undated.push(kept(knownUndated.get(card.id), { card, column, isDone }))
      else dated.push(kept(known.get(card.id), { card, span, column, isDone }))
    }
  }
  dated.sort((a, b) => a.span.from - b.span.from || b.span.to - a.span.to)
  undated.sort((a, b) => Number(a.isDone) - Number(b.isDone))
  return { dated, undated }
}

const kept = <T extends UndatedCard>(before: T | undefined, now: T): T =>
  before?.card === now.card && before.column === now.column && before.isDone === now.isDone
    ? before
    : now

/** Those that take any of the days from one to another, both included. */
export const cardsBetween = (
  dated: readonly TimedCard[],
  first: number,
  last: number,
): TimedCard[] => dated.filter(({ span }) => span.from <= last && span.to >= first)
