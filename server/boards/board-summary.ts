import { readBoard } from '@atelier/shared/boards/board'
import type * as Y from 'yjs'
import type { Queryable } from '../db/database'
import { writeSummary } from './board-queries'

/** What lists show of a board, written when its room is quiet; says whether it changed. */
export function writeBoardSummary(db: Queryable, id: string, doc: Y.Doc): Promise<boolean> {
  const board = readBoard(doc)
  return writeSummary(db, id, {
    title: board.title.slice(0, 200),
    columns: board.columns
      .slice(0, 50)
      .map((column) => ({ title: column.name.slice(0, 80), cards: column.cards.length })),
  })
}
