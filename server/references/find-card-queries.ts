import type { Actor } from '@atelier/shared/access/can'
import type { FoundCards } from '@atelier/shared/references/reference'
import { and, desc, isNull } from 'drizzle-orm'
import { visibleTo } from '../access/project-access-queries'
import { boardCards } from '../db/card-tables'
import type { Queryable } from '../db/database'
import { folded, foldedOnce, holdsFolded, rankFolded } from '../db/find-letters'
import { projects } from '../db/tables'
import { cardsFor } from './visible-board-queries'

const mostFound = 20
const mostWords = 4

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
  const title = foldedOnce(boardCards.title)
  const rows = await cardsFor(db, actor)
    .crossJoinLateral(title.join)
    .where(
      and(
        visibleTo(actor),
        isNull(projects.archivedAt),
        ...wordsIn(wanted).map((word) => holdsFolded(title.text, word)),
      ),
    )
    .orderBy(
      boardCards.archived,
      boardCards.done,
      rankFolded(title.text, wanted),
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

/** Those that say something: what holds a longer one holds its parts. */
function wordsIn(wanted: string): string[] {
  const words = [...new Set(wanted.split(/\s+/))]
  return words
    .filter((word) => !words.some((other) => other !== word && other.includes(word)))
    .slice(0, mostWords)
}
