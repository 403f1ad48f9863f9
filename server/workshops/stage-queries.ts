/** One stage, through its workshop; and whether anything is still said in it. */
import { refuse } from '@atelier/shared/refusals'
import type { StageKind } from '@atelier/shared/workshops/stage'
import { and, eq, inArray, isNull, lt, sql } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { workshopAnswers, workshopStages, workshops, workshopVotes } from '../db/workshop-tables'

export type StageRow = Omit<typeof workshopStages.$inferSelect, 'workshopId' | 'place'>

/** Of one of these kinds, else not-found. */
export async function loadStage(
  db: Queryable,
  workshopId: string,
  stageId: string,
  kinds: readonly StageKind[],
): Promise<StageRow> {
  const [row] = await db
    .select()
    .from(workshopStages)
    .where(
      and(
        eq(workshopStages.id, stageId),
        eq(workshopStages.workshopId, workshopId),
        inArray(workshopStages.kind, [...kinds]),
      ),
    )
  return row ?? refuse('not-found')
}

/**
 * Holds the stage open until the transaction ends: whoever closes it waits, and what is written here is counted.
 * A conflict where it is closed, or everybody is somewhere else.
 */
export async function holdOpen(tx: Queryable, workshopId: string, stageId: string): Promise<void> {
  const [row] = await tx
    .select({
      closedAt: workshopStages.closedAt,
      state: workshops.state,
      current: workshops.stageId,
      roams: workshops.roams,
    })
    .from(workshopStages)
    .innerJoin(workshops, eq(workshops.id, workshopStages.workshopId))
    .where(and(eq(workshopStages.id, stageId), eq(workshops.id, workshopId)))
    .for('share', { of: workshopStages })
  const isHere = row?.state === 'open' && (row.roams || row.current === stageId)
  if (!isHere || row.closedAt !== null) refuse('conflict')
}

/** Once more it is what it was. */
export const closeStage = (db: Queryable, stageId: string) =>
  db
    .update(workshopStages)
    .set({ closedAt: sql`now()` })
    .where(and(eq(workshopStages.id, stageId), isNull(workshopStages.closedAt)))

export const openStage = (db: Queryable, stageId: string) =>
  db.update(workshopStages).set({ closedAt: null }).where(eq(workshopStages.id, stageId))

const somethingWasSaid = sql`(
  exists (select 1 from ${workshopVotes} where ${workshopVotes.stageId} = ${workshopStages.id})
  or exists (select 1 from ${workshopAnswers} where ${workshopAnswers.stageId} = ${workshopStages.id}))`

/** When a workshop ends, all that was voted and answered in it is closed. */
export const closeStagesOf = (tx: Queryable, workshopId: string) =>
  tx
    .update(workshopStages)
    .set({ closedAt: sql`now()` })
    .where(
      and(
        eq(workshopStages.workshopId, workshopId),
        isNull(workshopStages.closedAt),
        somethingWasSaid,
      ),
    )

/**
 * Whoever goes on from a vote wants to know what came of it. Answers stay as they are: to show them is for good. Resolves
 * with whether it did.
 */
export async function closeVoteBehind(
  db: Queryable,
  workshopId: string,
  { from, to }: { from: string | null; to: string },
): Promise<boolean> {
  if (from === null) return false
  const inWorkshop = eq(workshopStages.workshopId, workshopId)
  const [next] = await db
    .select({ place: workshopStages.place })
    .from(workshopStages)
    .where(and(inWorkshop, eq(workshopStages.id, to)))
  const closed = await db
    .update(workshopStages)
    .set({ closedAt: sql`now()` })
    .where(
      and(
        ...[inWorkshop, eq(workshopStages.id, from), eq(workshopStages.kind, 'vote')],
        ...[lt(workshopStages.place, next?.place ?? 0), isNull(workshopStages.closedAt)],
        somethingWasSaid,
      ),
    )
    .returning({ id: workshopStages.id })
  return closed.length > 0
}
