import { refuse } from '@atelier/shared/refusals'
import { votesOf, votesOnOneOf } from '@atelier/shared/workshops/stage'
import type { VotePage } from '@atelier/shared/workshops/vote'
import { and, eq, sql } from 'drizzle-orm'
import type { Database, Queryable } from '../db/database'
import { workshopParticipants, workshopVotes } from '../db/workshop-tables'
import { holdOpen, type StageRow } from './stage-queries'

type Ballot = { workshopId: string; stage: StageRow; participantId: string }

/** So many dots lie there afterwards, however often it is sent. Who votes waits for themself, and the budget holds. */
export const putDots = (
  db: Database,
  { workshopId, stage, participantId }: Ballot,
  { target, dots }: { target: string; dots: number },
): Promise<void> =>
  db.transaction(async (tx) => {
    await tx
      .select({ id: workshopParticipants.id })
      .from(workshopParticipants)
      .where(eq(workshopParticipants.id, participantId))
      .for('no key update')
    await holdOpen(tx, workshopId, stage.id)
    const { [target]: _, ...others } = await loadDots(tx, stage.id, participantId)
    const elsewhere = Object.values(others).reduce((sum, one) => sum + one, 0)
    if (dots > votesOnOneOf(stage) || elsewhere + dots > votesOf(stage)) {
      refuse('invalid', { fields: [{ field: 'dots', problem: 'too-big' }] })
    }
    const mine = and(
      eq(workshopVotes.stageId, stage.id),
      eq(workshopVotes.participantId, participantId),
      eq(workshopVotes.target, target),
    )
    if (dots === 0) {
      await tx.delete(workshopVotes).where(mine)
      return
    }
    await tx
      .insert(workshopVotes)
      .values({ stageId: stage.id, participantId, target, dots })
      .onConflictDoUpdate({
        target: [workshopVotes.stageId, workshopVotes.participantId, workshopVotes.target],
        set: { dots },
      })
  })

async function loadDots(db: Queryable, stageId: string, participantId: string) {
  const rows = await db
    .select({ target: workshopVotes.target, dots: workshopVotes.dots })
    .from(workshopVotes)
    .where(and(eq(workshopVotes.stageId, stageId), eq(workshopVotes.participantId, participantId)))
  return Object.fromEntries(rows.map(({ target, dots }) => [target, dots]))
}

/** By note or group, of everybody together. For who may know: the stage is closed. */
export async function loadTotals(db: Queryable, stageId: string): Promise<Record<string, number>> {
  const rows = await db
    .select({
      target: workshopVotes.target,
      dots: sql<number>`sum(${workshopVotes.dots})::int`,
    })
    .from(workshopVotes)
    .where(eq(workshopVotes.stageId, stageId))
    .groupBy(workshopVotes.target)
    .orderBy(workshopVotes.target)
  return Object.fromEntries(rows.map(({ target, dots }) => [target, dots]))
}

/** For who may know, as well. */
export async function countVoters(db: Queryable, stageId: string): Promise<number> {
  const [row] = await db
    .select({ voters: sql<number>`count(distinct ${workshopVotes.participantId})::int` })
    .from(workshopVotes)
    .where(eq(workshopVotes.stageId, stageId))
  return row?.voters ?? 0
}

/** Before it is closed nothing of what others did is even read. */
export async function loadVotePage(
  db: Queryable,
  stage: StageRow,
  participantId: string | null,
): Promise<VotePage> {
  const isClosed = stage.closedAt !== null
  return {
    stageId: stage.id,
    budget: votesOf(stage),
    onOne: votesOnOneOf(stage),
    mine: participantId === null ? {} : await loadDots(db, stage.id, participantId),
    totals: isClosed ? await loadTotals(db, stage.id) : null,
    voters: isClosed ? await countVoters(db, stage.id) : null,
  }
}
