/** What is kept of a board's cards beside its room. Without a database: also where boards are converted. */
import type { Board } from '@atelier/shared/boards/board'
import { cardId } from '@atelier/shared/references/reference'

export type CardRow = { id: string; title: string; column: string; archived: boolean }

const mostCards = 5_000

export function cardRowsOf(board: Board): CardRow[] {
  const names = new Map(board.columns.map(({ id, name }) => [id, name]))
  return [...board.cards.values()]
    .filter(({ id }) => cardId.safeParse(id).success)
    .slice(0, mostCards)
    .map((card) => ({
      id: card.id,
      title: plain(card.title, 300),
      column: plain(names.get(card.column) ?? '', 80),
      archived: card.archivedAt !== null,
    }))
}

/** Postgres has no room for U+0000 in a text, a Yjs document does. */
const plain = (text: string, longest: number) => text.slice(0, longest).replaceAll('\u0000', '')
