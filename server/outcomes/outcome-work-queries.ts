/** What the cards of a project's boards do for its outcomes: counted from their rows. */
import type { OutcomeWork } from '@atelier/shared/outcomes/outcome'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { boardCardOutcomes, boardCards } from '../db/card-tables'
import type { Queryable } from '../db/database'
import { outcomes } from '../db/outcome-tables'
import { boards, rooms } from '../db/tables'

/** Whether a card counts: one that was put away unfinished does not. */
const counts = sql`(not ${boardCards.archived} or ${boardCards.done})`

/** By outcome; boards by title. Of a project's outcomes only its own boards are counted, and none in the bin. */
export async function loadOutcomeWork(
  db: Queryable,
  projectId: string,
): Promise<Record<string, OutcomeWork[]>> {
  const rows = await db
    .select({
      outcome: boardCardOutcomes.outcomeId,
      board: { id: boards.id, title: boards.title },
      cards: sql<number>`(count(*) filter (where ${counts}))::int`,
      done: sql<number>`(count(*) filter (where ${boardCards.done}))::int`,
      learned: sql<number>`sum(${boardCards.learnedNotes})::int`,
    })
    .from(boardCardOutcomes)
    .innerJoin(
      outcomes,
      and(eq(outcomes.id, boardCardOutcomes.outcomeId), eq(outcomes.projectId, projectId)),
    )
    .innerJoin(
      boardCards,
      and(
        eq(boardCards.boardId, boardCardOutcomes.boardId),
        eq(boardCards.id, boardCardOutcomes.cardId),
      ),
    )
    .innerJoin(boards, eq(boards.id, boardCardOutcomes.boardId))
    .innerJoin(rooms, and(eq(rooms.id, boards.id), eq(rooms.projectId, projectId)))
    .where(isNull(boards.trashedAt))
    .groupBy(boardCardOutcomes.outcomeId, boards.id, boards.title)
    .orderBy(sql`${boards.title} collate "C"`, boards.id)
  const work: Record<string, OutcomeWork[]> = {}
  for (const { outcome, ...done } of rows) {
    const known = work[outcome] ?? []
    work[outcome] = known
    known.push(done)
  }
  return work
}
