import { readBoard } from '@atelier/shared/boards/board'
import type * as Y from 'yjs'
import type { Queryable } from '../db/database'
import type { Authors } from '../inbox/edit-authors'
import { lockBoard, writeSummary } from './board-queries'
import { writeCardLinks } from './card-link-queries'
import { cardLinksOf } from './card-links'
import { putCardNews } from './card-news-queries'
import { type RowChange, writeCardRows } from './card-row-queries'
import { cardRowsOf } from './card-rows'

/** What lists show of a board, written when its room is quiet; says whether it changed. Tells nobody. */
export const writeBoardSummary = async (
  db: Queryable,
  id: string,
  doc: Y.Doc,
): Promise<boolean> => {
  const { title, cards } = await writeBoardRows(db, id, doc)
  return title || cards > 0
}

/** The same, and puts what is new on its cards into the inboxes of those it concerns, who are answered. */
export async function settleBoard(
  db: Queryable,
  id: string,
  doc: Y.Doc,
  authors: Authors,
): Promise<{ isNews: boolean; told: string[] }> {
  let told: string[] = []
  const { title, cards } = await writeBoardRows(db, id, doc, async (tx, changes) => {
    told = await putCardNews(tx, { boardId: id, doc, authors }, changes)
  })
  return { isNews: title || cards > 0, told }
}

/** All of it or nothing. Answers whether the board's own row was changed, and how many of its cards'. */
export function writeBoardRows(
  db: Queryable,
  id: string,
  doc: Y.Doc,
  hear?: (tx: Queryable, changes: readonly RowChange[]) => Promise<void>,
): Promise<{ title: boolean; cards: number }> {
  const board = readBoard(doc)
  const columns = board.columns
    .slice(0, 50)
    .map((column) => ({ title: column.name.slice(0, 80), cards: column.cards.length }))
  // Postgres has no room for U+0000 in a text, a Yjs document does.
  const title = board.title.slice(0, 200).replaceAll('\u0000', '')
  const rows = cardRowsOf(doc, board)
  const links = cardLinksOf(doc, board)
  return db.transaction(async (tx) => {
    // Two nodes may find the same board quiet at once.
    const [there] = await lockBoard(tx, id)
    // Taken away while somebody was in it: there are no lists for it any more.
    if (!there) return { cards: 0, title: false }
    const { count, changes } = await writeCardRows(tx, id, rows)
    await hear?.(tx, changes)
    const cards = count + (await writeCardLinks(tx, id, links))
    return { cards, title: await writeSummary(tx, id, { title, columns }) }
  })
}
