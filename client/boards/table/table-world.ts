import type { Board } from '@atelier/shared/boards/board'
import type { Card } from '@atelier/shared/boards/card'
import type { Outcome } from '@atelier/shared/outcomes/outcome'
import { relationsOf } from '../board-relations'

/** What rows are sorted, grouped and counted by, beside the cards themselves. */
export type TableWorld = {
  board: Pick<Board, 'columns' | 'labels' | 'cards'>
  people: ReadonlyMap<string, { name: string }>
  /** Of the project, in its order. */
  outcomes: readonly Pick<Outcome, 'id' | 'name'>[]
  /** As `YYYY-MM-DD`. */
  today: string
  locale: string
}

/** How many of the cards that are part of this one are done: they lie in a column that counts as such. */
export function partsOf(card: Card, { board }: Pick<TableWorld, 'board'>) {
  const parts = relationsOf(board.cards).parts.get(card.id) ?? none
  if (parts.length === 0) return null
  const finished = board.columns.filter(({ done }) => done).map(({ id }) => id)
  const done = parts.filter((id) => finished.includes(board.cards.get(id)?.column ?? '')).length
  return { done, total: parts.length }
}

const none: readonly string[] = []
