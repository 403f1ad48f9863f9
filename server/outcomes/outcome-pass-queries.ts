import { type OutcomePass, outcomePass } from '@atelier/shared/outcomes/outcome-pass'
import { eq } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { rooms } from '../db/tables'
import { listOutcomes } from './outcome-queries'

/** For what goes from a board to a project; null where that is the board's own. Who may ask is asked before. */
export async function loadOutcomePass(
  db: Queryable,
  boardId: string,
  projectId: string,
): Promise<OutcomePass | null> {
  const [room] = await db
    .select({ projectId: rooms.projectId })
    .from(rooms)
    .where(eq(rooms.id, boardId))
  const from = room?.projectId ?? null
  if (from === projectId) return null
  return outcomePass(
    from === null ? [] : await listOutcomes(db, from),
    await listOutcomes(db, projectId),
  )
}
