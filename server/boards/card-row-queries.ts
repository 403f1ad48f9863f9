/** A board's cards as rows, for lists and for what names them; the room itself is the truth. */
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { boardCards } from '../db/tables'
import type { CardRow } from './card-rows'

/** Postgres takes 65,535 values in one statement. */
const atOnce = 1_000

/** Makes the rows say what the board says; tells whether they did not. */
export async function writeCardRows(db: Queryable, boardId: string, cards: readonly CardRow[]) {
  const before = await db.select().from(boardCards).where(eq(boardCards.boardId, boardId))
  const known = new Map(before.map((row) => [row.id, row]))
  const here = new Set(cards.map(({ id }) => id))
  const gone = before.flatMap(({ id }) => (here.has(id) ? [] : [id]))
  const changed = cards.filter((card) => {
    const row = known.get(card.id)
    return !row || fields.some((field) => row[field] !== card[field])
  })
  for (const ids of inPieces(gone)) await removeCards(db, boardId, ids)
  for (const rows of inPieces(changed)) await putCards(db, boardId, rows)
  return gone.length + changed.length > 0
}

const fields = ['title', 'column', 'archived'] as const

const inPieces = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / atOnce) }, (_, piece) =>
    items.slice(piece * atOnce, (piece + 1) * atOnce),
  )

const removeCards = (db: Queryable, boardId: string, ids: string[]) =>
  db.delete(boardCards).where(and(eq(boardCards.boardId, boardId), inArray(boardCards.id, ids)))

const putCards = (db: Queryable, boardId: string, rows: CardRow[]) =>
  db
    .insert(boardCards)
    .values(rows.map((row) => ({ ...row, boardId })))
    .onConflictDoUpdate({
      target: [boardCards.boardId, boardCards.id],
      set: {
        title: sql`excluded.title`,
        column: sql`excluded."column"`,
        archived: sql`excluded.archived`,
      },
    })
