/** What cards name, and what names them: for "mentioned in". */
import type { Actor } from '@atelier/shared/access/can'
import type { NamingCard } from '@atelier/shared/references/reference'
import { and, asc, desc, eq, inArray, not, sql } from 'drizzle-orm'
import { boardInSight } from '../access/board-access-queries'
import { boardCards, cardLinks } from '../db/card-tables'
import type { Queryable } from '../db/database'
import { inPieces } from '../db/in-pieces'
import { boardsOfCard } from '../references/moved-card-queries'
import { cardsFor } from '../references/visible-board-queries'
import type { CardLink } from './card-links'

/** Makes the rows say what the board says; tells how many did not. In a transaction. */
export async function writeCardLinks(
  tx: Queryable,
  boardId: string,
  links: readonly CardLink[],
): Promise<number> {
  const ofBoard = eq(cardLinks.boardId, boardId)
  const known = await tx.select().from(cardLinks).where(ofBoard)
  const before = new Set(known.map(keyOf))
  const wanted = new Set(links.map(keyOf))
  const gone = [...before].filter((key) => !wanted.has(key))
  const fresh = links.filter((link) => !before.has(keyOf(link)))
  for (const keys of inPieces(gone))
    await tx.delete(cardLinks).where(and(ofBoard, inArray(linkKey, keys)))
  const rows = fresh.map((link) => ({ ...link, boardId }))
  for (const piece of inPieces(rows)) await tx.insert(cardLinks).values(piece).onConflictDoNothing()
  return gone.length + fresh.length
}

const keyOf = ({ cardId, toId, toCard }: CardLink) => `${cardId} ${toId} ${toCard}`
const linkKey = sql<string>`${cardLinks.cardId} || ' ' || ${cardLinks.toId}::text || ' ' || ${cardLinks.toCard}`

const mostNaming = 100

/**
 * The cards whose text names this room, or this card of it or of a board it came from, as far as the actor may
 * read them; the latest changed first.
 */
export async function listNamingCards(
  db: Queryable,
  actor: Actor,
  to: { id: string; card: string },
): Promise<NamingCard[]> {
  const way = to.card === '' ? [to.id] : await boardsOfCard(db, { boardId: to.id, id: to.card })
  const named = and(inArray(cardLinks.toId, way), eq(cardLinks.toCard, to.card))
  const naming = sql`(${boardCards.boardId}, ${boardCards.id}) in (
    select ${cardLinks.boardId}, ${cardLinks.cardId} from ${cardLinks} where ${named})`
  const rows = await cardsFor(db, actor)
    .where(and(boardInSight(actor), not(boardCards.archived), naming))
    .orderBy(desc(boardCards.changedAt), asc(boardCards.id))
    .limit(mostNaming)
  return rows.map(({ card, board }) => ({
    id: card.id,
    boardId: board.id,
    title: card.title,
    board: board.title,
  }))
}
