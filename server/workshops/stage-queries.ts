/** One stage, through its workshop; and whether anything is still said in it. */
import { refuse } from '@atelier/shared/refusals'
import type { StageKind } from '@atelier/shared/workshops/stage'
import { and, eq, inArray, isNull, lt, type SQL, sql } from 'drizzle-orm'
import type { Database, Queryable } from '../db/database'
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

/** Whoever is saying something in it is waited for: what they say is there, or they find it closed. */
async function lockOpen(tx: Queryable, which: SQL | undefined): Promise<string[]> {
  const rows = await tx
    .select({ id: workshopStages.id })
    .from(workshopStages)
    .where(
      and(which, inArray(workshopStages.kind, [...kindsSaidIn]), isNull(workshopStages.closedAt)),
    )
    .orderBy(workshopStages.id)
    .for('no key update')
  return rows.map(({ id }) => id)
}

const kindsSaidIn = ['vote', 'check-in', 'close'] as const

/** Only in a statement after the lock: one that waits for it does not see what was said meanwhile. */
const closeWhereSaid = (tx: Queryable, ids: readonly string[]) =>
  tx
    .update(workshopStages)
    .set({ closedAt: sql`now()` })
    .where(and(inArray(workshopStages.id, [...ids]), somethingWasSaid))
    .returning({ id: workshopStages.id })

/** When a workshop ends, all that was voted and answered in it is closed. */
export async function closeStagesOf(tx: Queryable, workshopId: string): Promise<void> {
  await closeWhereSaid(tx, await lockOpen(tx, eq(workshopStages.workshopId, workshopId)))
}

/**
 * Whoever goes on from a vote wants to know what came of it. Answers stay as they are: to show them is for good. Resolves
 * with whether it did.
 */
export const closeVoteBehind = (
  db: Database,
  workshopId: string,
  { from, to }: { from: string | null; to: string },
): Promise<boolean> =>
  db.transaction(async (tx) => {
    if (from === null) return false
    const inWorkshop = eq(workshopStages.workshopId, workshopId)
    const [next] = await tx
      .select({ place: workshopStages.place })
      .from(workshopStages)
      .where(and(inWorkshop, eq(workshopStages.id, to)))
    const isVoteBehind = and(
      ...[inWorkshop, eq(workshopStages.id, from), eq(workshopStages.kind, 'vote')],
      lt(workshopStages.place, next?.place ?? 0),
    )
    const closed = await closeWhereSaid(tx, await lockOpen(tx, isVoteBehind))
    return closed.length > 0
  })
