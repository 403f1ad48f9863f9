/** How a record comes about, and who is in it. Who may is asked before; here once more whether it still stands so. */
import type { Actor } from '@atelier/shared/access/can'
import { type TrainingRole, trainingRoles } from '@atelier/shared/access/roles'
import { refuse } from '@atelier/shared/refusals'
import type { NewRecord, ReplaceInRecord } from '@atelier/shared/training/record'
import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import { lockHere, requireStillHere } from '../access/still-here-queries'
import type { Database, Queryable } from '../db/database'
import { people } from '../db/tables'
import { trainingPeople, trainingPlans, trainingRecords } from '../db/training-tables'
import { loadVersion } from './plan-queries'

/** Until the transaction ends nobody else signs anything in it, or changes who is in it. */
export async function lockRecord(tx: Queryable, id: string) {
  const [row] = await tx
    .select()
    .from(trainingRecords)
    .where(eq(trainingRecords.id, id))
    .for('update')
  return row ?? refuse('not-found')
}

const idsIn = (wish: NewRecord): Record<TrainingRole, string> => ({
  apprentice: wish.apprenticeId,
  trainer: wish.trainerId,
  school: wish.schoolId,
})

/** Whoever begins it is one of the three, and has said yes. What was begun already is left as it is. */
export async function insertRecord(
  db: Database,
  { personId, workspaceId }: Actor,
  wish: NewRecord,
): Promise<void> {
  await db.transaction(async (tx) => {
    const { id, planId, planVersion, startsOn, endsOn } = wish
    const three = [wish.apprenticeId, wish.trainerId, wish.schoolId]
    const here = await lockHere(tx, three)
    const [there] = await tx.select().from(trainingRecords).where(eq(trainingRecords.id, id))
    if (there) return there.begunBy === personId ? undefined : refuse('conflict')
    if (here.length < three.length) refuse('not-found')
    await requirePlan(tx, workspaceId, wish)
    await requireTwoOrganisations(tx, wish.trainerId, wish.schoolId)
    const days = { startsOn, endsOn }
    const made = await tx
      .insert(trainingRecords)
      .values({ id, workspaceId, planId, planVersion, begunBy: personId, ...days })
      .onConflictDoNothing()
      .returning({ id: trainingRecords.id })
    if (made.length === 0) refuse('conflict')
    const ids = idsIn(wish)
    const rows = trainingRoles.map((role) => ({ recordId: id, personId: ids[role], role }))
    const agreedAt = new Date()
    await tx
      .insert(trainingPeople)
      .values(
        rows.map((row) => ({ ...row, agreedAt: row.personId === personId ? agreedAt : null })),
      )
  })
}

async function requirePlan(tx: Queryable, workspaceId: string, wish: NewRecord): Promise<void> {
  const [plan] = await tx
    .select({ id: trainingPlans.id })
    .from(trainingPlans)
    .where(and(eq(trainingPlans.id, wish.planId), eq(trainingPlans.workspaceId, workspaceId)))
  if (!plan || !(await loadVersion(tx, wish.planId, wish.planVersion))) refuse('not-found')
}

/** Two of one house are no two who look at it. */
async function requireTwoOrganisations(
  tx: Queryable,
  trainerId: string,
  schoolId: string,
  field = 'schoolId',
): Promise<void> {
  const rows = await tx
    .select({ organisationId: people.organisationId })
    .from(people)
    .where(inArray(people.id, [trainerId, schoolId]))
  const places = new Set(rows.map(({ organisationId }) => organisationId))
  if (places.size < 2) refuse('invalid', { fields: [{ field, problem: 'same-organisation' }] })
}

const isNow = and(isNotNull(trainingPeople.agreedAt), isNull(trainingPeople.leftAt))
const isAsked = and(isNull(trainingPeople.agreedAt), isNull(trainingPeople.leftAt))

/** A yes makes them who it is from now on; whoever was it before is it no more, and what they signed stays. */
export async function putAnswer(
  db: Database,
  recordId: string,
  personId: string,
  accept: boolean,
): Promise<void> {
  await db.transaction(async (tx) => {
    // Before the record is locked, as whoever leaves does.
    await requireStillHere(tx, personId)
    const record = await lockRecord(tx, recordId)
    const isIn = eq(trainingPeople.recordId, recordId)
    const [own] = await tx
      .select()
      .from(trainingPeople)
      .where(and(isIn, eq(trainingPeople.personId, personId), isAsked))
    if (!own) return refuse('conflict')
    const now = new Date()
    if (accept)
      await tx
        .update(trainingPeople)
        .set({ leftAt: now })
        .where(and(isIn, eq(trainingPeople.role, own.role), isNow))
    await tx
      .update(trainingPeople)
      .set(accept ? { agreedAt: now } : { leftAt: now })
      .where(eq(trainingPeople.id, own.id))
    if (record.inForceAt !== null) return
    const agreed = await tx.select().from(trainingPeople).where(and(isIn, isNow))
    if (agreed.length === trainingRoles.length)
      await tx
        .update(trainingRecords)
        .set({ inForceAt: now })
        .where(eq(trainingRecords.id, recordId))
  })
}

/** Whoever was asked before, and has not answered, is asked no more. */
export async function askInstead(
  db: Database,
  recordId: string,
  { role, personId }: ReplaceInRecord,
): Promise<void> {
  await db.transaction(async (tx) => {
    if ((await lockHere(tx, [personId])).length === 0) refuse('not-found')
    await lockRecord(tx, recordId)
    const isIn = eq(trainingPeople.recordId, recordId)
    const inIt = await tx.select().from(trainingPeople).where(and(isIn, isNow))
    if (inIt.some((one) => one.personId === personId))
      refuse('invalid', { fields: [{ field: 'personId', problem: 'twice' }] })
    const other = inIt.find((one) => one.role === (role === 'trainer' ? 'school' : 'trainer'))
    if (other) await requireTwoOrganisations(tx, other.personId, personId, 'personId')
    await tx
      .update(trainingPeople)
      .set({ leftAt: new Date() })
      .where(and(isIn, eq(trainingPeople.role, role), isAsked))
    await tx
      .update(trainingPeople)
      .set({ leftAt: new Date() })
      .where(and(isIn, eq(trainingPeople.personId, personId), isAsked))
    await tx.insert(trainingPeople).values({ recordId, personId, role })
  })
}
