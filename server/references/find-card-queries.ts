import type { Actor } from '@atelier/shared/access/can'
import type { FoundCards } from '@atelier/shared/references/reference'
import { and, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { boardInSight } from '../access/board-access-queries'
import { boardCards, boardCardTexts } from '../db/card-tables'
import type { Queryable } from '../db/database'
import { folded, foldedOnce, holdsFolded, rankFolded, wordsIn } from '../db/find-letters'
import { projects } from '../db/tables'
import { excerptAround } from './excerpt-around'
import { homesOf, keyOfCard } from './moved-card-queries'
import { cardsFor } from './visible-board-queries'

const mostFound = 20

/**
 * By the words of their titles and of what is written on them, in any order; of boards in running projects the
 * actor may read. Those whose titles say all of it come first, archived ones last. As of when each board was last
 * quiet: a card made this moment is found a little later. What a card left on a board is shown only to who may not read
 * where it went.
 */
export async function findCards(
  db: Queryable,
  actor: Actor,
  query: string,
): Promise<FoundCards['cards']> {
  const wanted = folded(query.trim())
  if (wanted === '') return []
  const words = wordsIn(wanted)
  const title = foldedOnce(boardCards.title)
  const inTitle = words.map((word) => holdsFolded(title.text, word))
  const written = sql`coalesce(${boardCardTexts.letters}, '')`
  const found = await cardsFor(db, actor)
    .leftJoin(
      boardCardTexts,
      and(eq(boardCardTexts.boardId, boardCards.boardId), eq(boardCardTexts.cardId, boardCards.id)),
    )
    .crossJoinLateral(title.join)
    .where(
      and(
        boardInSight(actor),
        isNull(projects.archivedAt),
        ...words.map((word, nth) => or(inTitle[nth], holdsFolded(written, word))),
      ),
    )
    .orderBy(
      boardCards.archived,
      sql`case when ${and(...inTitle)} then 0 else 1 end`,
      boardCards.done,
      rankFolded(title.text, wanted),
      desc(boardCards.changedAt),
      boardCards.boardId,
      boardCards.id,
    )
    .limit(mostFound)
  const rows = await followed(db, actor, found)
  const texts = await textsOf(
    db,
    rows.map(({ card }) => card),
  )
  return rows.map(({ card, board, project }) => ({
    ...{ id: card.id, title: card.title, boardId: card.boardId, column: card.column },
    ...{ board: board.title, project: project.title, archived: card.archived },
    excerpt: excerptOf(card.title, texts.get(keyOfCard(card)) ?? '', words),
  }))
}

type FoundRow = Awaited<ReturnType<typeof cardsFor>>[number]

/** In place of what stayed behind the card where it is now, once; what is archived stays last. */
async function followed(
  db: Queryable,
  actor: Actor,
  found: readonly FoundRow[],
): Promise<FoundRow[]> {
  const archived = found.flatMap(({ card }) => (card.archived ? card : []))
  const homes = await homesOf(db, archived)
  if (homes.size === 0) return [...found]
  const moved = [...homes.values()]
  const boardIds = moved.map(({ boardId }) => boardId)
  const ids = moved.map(({ id }) => id)
  const isThere = and(inArray(boardCards.boardId, boardIds), inArray(boardCards.id, ids))
  const there = await cardsFor(db, actor).where(
    and(boardInSight(actor), isNull(projects.archivedAt), isThere),
  )
  const readable = new Map(there.map((row) => [keyOfCard(row.card), row]))
  const homeOf = ({ card }: FoundRow) => readable.get(keyOfCard(homes.get(keyOfCard(card)) ?? card))
  const rows = new Map<string, FoundRow>()
  for (const row of found) {
    const now = homeOf(row) ?? row
    rows.set(keyOfCard(now.card), now)
  }
  return [...rows.values()].sort((a, b) => Number(a.card.archived) - Number(b.card.archived))
}

/** By board and id. */
async function textsOf(
  db: Queryable,
  cards: readonly { boardId: string; id: string }[],
): Promise<Map<string, string>> {
  const { boardId, cardId, text } = boardCardTexts
  const rows = await db
    .select({ boardId, cardId, text })
    .from(boardCardTexts)
    .where(
      and(
        inArray(boardId, [...new Set(cards.map((card) => card.boardId))]),
        inArray(cardId, [...new Set(cards.map((card) => card.id))]),
      ),
    )
  return new Map(rows.map((row) => [keyOfCard({ boardId: row.boardId, id: row.cardId }), row.text]))
}

/** Nothing where the title says all that was looked for. */
function excerptOf(title: string, text: string, words: readonly string[]): string | null {
  const letters = folded(title)
  const missing = words.filter((word) => !letters.includes(word))
  return text === '' || missing.length === 0 ? null : excerptAround(text, missing)
}
