import { readBoard } from '@atelier/shared/boards/board'
import type * as Y from 'yjs'
import type { Queryable } from '../db/database'
import { writeSummary } from './board-queries'
import { writeCardRows } from './card-row-queries'
import { cardRowsOf } from './card-rows'

/** What lists show of a board, written when its room is quiet; says whether it changed. */
export async function writeBoardSummary(db: Queryable, id: string, doc: Y.Doc): Promise<boolean> {
  const board = readBoard(doc)
  const columns = board.columns
    .slice(0, 50)
    .map((column) => ({ title: column.name.slice(0, 80), cards: column.cards.length }))
  const cardsChanged = await writeCardRows(db, id, cardRowsOf(board))
  // Postgres has no room for U+0000 in a text, a Yjs document does.
  const title = board.title.slice(0, 200).replaceAll('\u0000', '')
  return (await writeSummary(db, id, { title, columns })) || cardsChanged
}
