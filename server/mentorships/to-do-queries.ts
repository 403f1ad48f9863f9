/** What somebody has to do, from all their mentorships, and what they aim at: theirs to change, whatever became of those. */
import {
  type ChangeFollowUp,
  type ChangeGoal,
  mostGoals,
  type NewGoal,
  type ToDos,
} from '@atelier/shared/mentorships/mentoring'
import { refuse } from '@atelier/shared/refusals'
import { and, count, eq } from 'drizzle-orm'
import { requireStillHere } from '../access/still-here-queries'
import type { Database, Queryable } from '../db/database'
import { followUps, goals } from '../db/mentoring-tables'
import { loadFollowUps, loadGoals } from './mentoring-queries'

export const loadToDos = async (db: Queryable, personId: string): Promise<ToDos> => ({
  followUps: await loadFollowUps(db, eq(followUps.ownerId, personId), personId),
  goals: await loadGoals(db, eq(goals.personId, personId), personId),
})

type Card = { boardId: string; card: string } | null | undefined

const placed = (card: Card) =>
  card === undefined ? {} : { cardBoardId: card?.boardId ?? null, card: card?.card ?? null }

/** Answers in which mentorship; refuses what is not theirs as `not-found`. */
export async function changeFollowUpRow(
  db: Queryable,
  { id, ownerId }: { id: string; ownerId: string },
  { isDone, card }: ChangeFollowUp,
): Promise<string> {
  const own = and(eq(followUps.id, id), eq(followUps.ownerId, ownerId))
  const [row] = await db.select().from(followUps).where(own)
  if (!row) return refuse('not-found')
  const doneAt = isDone ? (row.doneAt ?? new Date()) : null
  const set = { ...(isDone !== undefined && { doneAt }), ...placed(card) }
  if (Object.keys(set).length > 0) await db.update(followUps).set(set).where(own)
  return row.mentorshipId
}

/** One that is there already is left as it is; an id of somebody else's is refused. */
export async function insertGoal(db: Database, personId: string, goal: NewGoal): Promise<void> {
  await db.transaction(async (tx) => {
    await requireStillHere(tx, personId)
    const [known] = await tx
      .select({ personId: goals.personId })
      .from(goals)
      .where(eq(goals.id, goal.id))
    if (known) return known.personId === personId ? undefined : refuse('conflict')
    const [all] = await tx
      .select({ goals: count() })
      .from(goals)
      .where(eq(goals.personId, personId))
    if ((all?.goals ?? 0) >= mostGoals) refuse('too-many')
    return tx.insert(goals).values({ ...goal, personId })
  })
}

/** Answers in which mentorship, as the next does. */
export async function changeGoalRow(
  db: Queryable,
  { id, personId }: { id: string; personId: string },
  { card, ...words }: ChangeGoal,
): Promise<string | null> {
  const own = and(eq(goals.id, id), eq(goals.personId, personId))
  const [row] = await db.select().from(goals).where(own)
  if (!row) return refuse('not-found')
  const { state = row.state } = words
  const settledAt = state === 'open' ? null : (row.settledAt ?? new Date())
  const set = { ...words, ...(words.state && { settledAt }), ...placed(card) }
  if (Object.keys(set).length > 0) await db.update(goals).set(set).where(own)
  return row.mentorshipId
}

export async function deleteGoal(
  db: Queryable,
  { id, personId }: { id: string; personId: string },
): Promise<string | null> {
  const [gone] = await db
    .delete(goals)
    .where(and(eq(goals.id, id), eq(goals.personId, personId)))
    .returning({ mentorshipId: goals.mentorshipId })
  return gone ? gone.mentorshipId : refuse('not-found')
}
