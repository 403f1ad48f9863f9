import {
  type NamedOutcomes,
  type OutcomePass,
  outcomePass,
} from '@atelier/shared/outcomes/outcome-pass'
import { eq } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { rooms } from '../db/tables'
import { listOutcomes } from './outcome-queries'

/** Of the project a board is in, and of the one something goes to; null where that is the same. */
export async function loadNamedOutcomes(
  db: Queryable,
  boardId: string,
  projectId: string,
): Promise<NamedOutcomes | null> {
  const [room] = await db
    .select({ projectId: rooms.projectId })
    .from(rooms)
    .where(eq(rooms.id, boardId))
  const from = room?.projectId ?? null
  if (from === projectId) return null
  return {
    from: from === null ? [] : await listOutcomes(db, from),
    to: await listOutcomes(db, projectId),
  }
}

/** For a card that goes from a board to a project. Who may ask is asked before. */
export async function loadOutcomePass(
  db: Queryable,
  boardId: string,
  projectId: string,
): Promise<OutcomePass | null> {
  const named = await loadNamedOutcomes(db, boardId, projectId)
  return named && outcomePass(named)
}
