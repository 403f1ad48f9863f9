import { readBoard } from '@atelier/shared/boards/board'
import type * as Y from 'yjs'
import type { Queryable } from '../db/database'
import { lockBoard, writeSummary } from './board-queries'
import { writeCardLinks } from './card-link-queries'
import { cardLinksOf } from './card-links'
import { writeCardRows } from './card-row-queries'
import { cardRowsOf } from './card-rows'

/** What lists show of a board, written when its room is quiet; says whether it changed. */
export const writeBoardSummary = async (
  db: Queryable,
  id: string,
  doc: Y.Doc,
): Promise<boolean> => {
  const { title, cards } = await writeBoardRows(db, id, doc)
  return title || cards > 0
}

/** All of it or nothing. Answers whether the board's own row was changed, and how many of its cards'. */
export function writeBoardRows(
  db: Queryable,
  id: string,
  doc: Y.Doc,
): Promise<{ title: boolean; cards: number }> {
  const board = readBoard(doc)
  const columns = board.columns
    .slice(0, 50)
    .map((column) => ({ title: column.name.slice(0, 80), cards: column.cards.length }))
  // Postgres has no room for U+0000 in a text, a Yjs document does.
  const title = board.title.slice(0, 200).replaceAll('\u0000', '')
  const rows = cardRowsOf(board)
  const links = cardLinksOf(doc, board)
  return db.transaction(async (tx) => {
    // Two nodes may find the same board quiet at once.
    const [there] = await lockBoard(tx, id)
    // Taken away while somebody was in it: there are no lists for it any more.
    if (!there) return { cards: 0, title: false }
    const cards = (await writeCardRows(tx, id, rows)) + (await writeCardLinks(tx, id, links))
    return { cards, title: await writeSummary(tx, id, { title, columns }) }
  })
}
