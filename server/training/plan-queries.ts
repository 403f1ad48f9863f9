/** Training plans and their versions. */
import type { Actor } from '@atelier/shared/access/can'
import type { TrainingPlanSubject } from '@atelier/shared/access/can-in-training'
import { refuse } from '@atelier/shared/refusals'
import type { NewPlan, NewPlanVersion, PlanRow, PlanVersion } from '@atelier/shared/training/plan'
import { and, desc, eq, sql } from 'drizzle-orm'
import { requireStillHere } from '../access/still-here-queries'
import type { Database, Queryable } from '../db/database'
import { trainingPlans, trainingPlanVersions } from '../db/training-tables'

/** By their titles. */
export async function listPlans(db: Queryable, actor: Actor): Promise<PlanRow[]> {
  const rows = await db
    .selectDistinctOn([trainingPlans.id], {
      id: trainingPlans.id,
      makerId: trainingPlans.makerId,
      version: trainingPlanVersions.version,
      title: trainingPlanVersions.title,
      occupation: trainingPlanVersions.occupation,
      items: sql<number>`jsonb_array_length(${trainingPlanVersions.items})`,
    })
    .from(trainingPlans)
    .innerJoin(trainingPlanVersions, eq(trainingPlanVersions.planId, trainingPlans.id))
    .where(eq(trainingPlans.workspaceId, actor.workspaceId))
    .orderBy(trainingPlans.id, desc(trainingPlanVersions.version))
  return rows
    .map(({ makerId, ...row }) => ({ ...row, isMine: makerId === actor.personId }))
    .sort((one, other) => one.title.localeCompare(other.title))
}

export async function loadPlan(
  db: Queryable,
  actor: Actor,
  id: string,
): Promise<TrainingPlanSubject & { id: string; makerId: string }> {
  const [row] = await db
    .select()
    .from(trainingPlans)
    .where(and(eq(trainingPlans.id, id), eq(trainingPlans.workspaceId, actor.workspaceId)))
  if (!row) return refuse('not-found')
  const { workspaceId, makerId } = row
  const isMaker = makerId === actor.personId
  return { kind: 'training-plan', workspaceId, isMaker, id, makerId }
}

/** The newest first. */
export async function loadVersions(db: Queryable, planId: string): Promise<PlanVersion[]> {
  const rows = await db
    .select()
    .from(trainingPlanVersions)
    .where(eq(trainingPlanVersions.planId, planId))
    .orderBy(desc(trainingPlanVersions.version))
  return rows.map(versionOf)
}

export async function loadVersion(
  db: Queryable,
  planId: string,
  version: number,
): Promise<PlanVersion | null> {
  const [row] = await db
    .select()
    .from(trainingPlanVersions)
    .where(and(eq(trainingPlanVersions.planId, planId), eq(trainingPlanVersions.version, version)))
  return row ? versionOf(row) : null
}

const versionOf = ({
  version,
  title,
  occupation,
  items,
  writtenBy,
  createdAt,
}: typeof trainingPlanVersions.$inferSelect): PlanVersion => ({
  ...{ version, title, occupation, items, writtenBy },
  writtenAt: createdAt.toISOString(),
})

/** What was made already is left as it is. */
export async function insertPlan(
  db: Database,
  { personId, workspaceId }: Actor,
  { id, ...contents }: NewPlan,
): Promise<void> {
  await db.transaction(async (tx) => {
    await requireStillHere(tx, personId)
    const made = await tx
      .insert(trainingPlans)
      .values({ id, workspaceId, makerId: personId })
      .onConflictDoNothing()
      .returning({ id: trainingPlans.id })
    if (made.length > 0) {
      const first = { planId: id, version: 1, writtenBy: personId }
      await tx.insert(trainingPlanVersions).values({ ...first, ...contents })
      return
    }
    const [there] = await tx.select().from(trainingPlans).where(eq(trainingPlans.id, id))
    if (there?.makerId !== personId) refuse('conflict')
  })
}

export async function insertVersion(
  db: Database,
  planId: string,
  writtenBy: string,
  { basedOn, ...contents }: NewPlanVersion,
): Promise<void> {
  await db.transaction(async (tx) => {
    await requireStillHere(tx, writtenBy)
    await tx.select().from(trainingPlans).where(eq(trainingPlans.id, planId)).for('no key update')
    const [newest] = await loadVersions(tx, planId)
    if (newest?.version !== basedOn) refuse('conflict')
    const place = { planId, version: basedOn + 1, writtenBy }
    await tx.insert(trainingPlanVersions).values({ ...place, ...contents })
  })
}
