import type { Actor } from '@atelier/shared/access/can'
import type { FoundCards } from '@atelier/shared/references/reference'
import { and, desc, isNull } from 'drizzle-orm'
import { visibleTo } from '../access/project-access-queries'
import { boardCards } from '../db/card-tables'
import type { Queryable } from '../db/database'
import { folded, holds, rank } from '../db/find-letters'
import { projects } from '../db/tables'
import { cardsFor } from './visible-board-queries'

const mostFound = 20
const mostWords = 8

/**
 * By the words of their titles, in any order; of boards in running projects the actor may read. Archived ones
 * come last. As of when each board was last quiet: a card made this moment is found a little later.
 */
export async function findCards(
  db: Queryable,
  actor: Actor,
  query: string,
): Promise<FoundCards['cards']> {
  const wanted = folded(query.trim())
  if (wanted === '') return []
  const words = wanted.split(/\s+/).slice(0, mostWords)
  const rows = await cardsFor(db, actor)
    .where(
      and(
        visibleTo(actor),
        isNull(projects.archivedAt),
        ...words.map((word) => holds(boardCards.title, word)),
      ),
    )
    .orderBy(
      boardCards.archived,
      boardCards.done,
      rank(boardCards.title, wanted),
      desc(boardCards.changedAt),
      boardCards.boardId,
      boardCards.id,
    )
    .limit(mostFound)
  return rows.map(({ card, board, project }) => ({
    ...{ id: card.id, title: card.title, boardId: card.boardId, column: card.column },
    ...{ board: board.title, project: project.title, archived: card.archived },
  }))
}
