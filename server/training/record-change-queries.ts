/** How a record comes about, and who is in it. Who may is asked before; here once more whether it still stands so. */
import { type Actor, can } from '@atelier/shared/access/can'
import { mayReplace } from '@atelier/shared/access/can-in-training'
import { type TrainingRole, trainingRoles } from '@atelier/shared/access/roles'
import { refuse } from '@atelier/shared/refusals'
import type { NewRecord, ReplaceInRecord } from '@atelier/shared/training/record'
import { and, eq, inArray, isNotNull, isNull, ne } from 'drizzle-orm'
import { lockHere, requireStillHere } from '../access/still-here-queries'
import { loadTraining } from '../access/training-access-queries'
import type { Database, Queryable } from '../db/database'
import { eraseWith } from '../db/erase-with'
import { inboxItems } from '../db/inbox-tables'
import { people } from '../db/tables'
import {
  trainingPeople,
  trainingPlans,
  trainingRecords,
  trainingSignatures,
} from '../db/training-tables'
import { lockedItems } from '../inbox/inbox-queries'
import { loadVersion } from './plan-queries'
import { putAskedNews, putWaitingNews } from './training-news-queries'

/** Until the transaction ends nobody else signs anything in it, or changes who is in it. */
export async function lockRecord(tx: Queryable, id: string) {
  const [row] = await tx
    .select()
    .from(trainingRecords)
    .where(eq(trainingRecords.id, id))
    .for('no key update')
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
    const put = await tx
      .insert(trainingPeople)
      .values(
        rows.map((row) => ({ ...row, agreedAt: row.personId === personId ? agreedAt : null })),
      )
      .returning()
    const asked = put.filter((row) => row.agreedAt === null)
    await putAskedNews(tx, { recordId: id, by: personId }, asked)
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
    if (accept) await requireFits(tx, record.id, own, 'accept')
    if (accept)
      await tx
        .update(trainingPeople)
        .set({ leftAt: now })
        .where(and(isIn, eq(trainingPeople.role, own.role), isNow))
    await tx
      .update(trainingPeople)
      .set(accept ? { agreedAt: now } : { leftAt: now })
      .where(eq(trainingPeople.id, own.id))
    if (accept && own.role !== 'apprentice') await putWaitingNews(tx, recordId, own)
    if (record.inForceAt !== null) return
    const agreed = await tx.select().from(trainingPeople).where(and(isIn, isNow))
    if (agreed.length === trainingRoles.length)
      await tx
        .update(trainingRecords)
        .set({ inForceAt: now })
        .where(eq(trainingRecords.id, recordId))
  })
}

type Candidate = { personId: string; role: TrainingRole }

/** Of another organisation than the other who signs, and not somebody who has signed in it as something else. */
async function requireFits(
  tx: Queryable,
  recordId: string,
  { personId, role }: Candidate,
  field: string,
): Promise<void> {
  if (role === 'apprentice') return
  const [other] = await tx
    .select({ personId: trainingPeople.personId })
    .from(trainingPeople)
    .where(
      and(
        eq(trainingPeople.recordId, recordId),
        eq(trainingPeople.role, role === 'trainer' ? 'school' : 'trainer'),
        isNow,
      ),
    )
  if (other) await requireTwoOrganisations(tx, other.personId, personId, field)
  const [signedAs] = await tx
    .select({ role: trainingSignatures.role })
    .from(trainingSignatures)
    .where(
      and(
        eq(trainingSignatures.recordId, recordId),
        eq(trainingSignatures.personId, personId),
        ne(trainingSignatures.role, role),
      ),
    )
    .limit(1)
  if (signedAs) refuse('invalid', { fields: [{ field, problem: 'signed-as-other' }] })
}

/** Whoever was asked before, and has not answered, is asked no more. Who may is asked once more: somebody may be back. */
export async function askInstead(
  db: Database,
  recordId: string,
  by: Actor,
  { role, personId }: ReplaceInRecord,
): Promise<void> {
  await db.transaction(async (tx) => {
    if ((await lockHere(tx, [personId])).length === 0) refuse('not-found')
    await lockRecord(tx, recordId)
    if (!mayReplace(await loadTraining(tx, by, recordId)).includes(role)) refuse('forbidden')
    const isIn = eq(trainingPeople.recordId, recordId)
    const inIt = await tx.select().from(trainingPeople).where(and(isIn, isNow))
    if (inIt.some((one) => one.personId === personId))
      refuse('invalid', { fields: [{ field: 'personId', problem: 'twice' }] })
    await requireFits(tx, recordId, { role, personId }, 'personId')
    const leftAt = new Date()
    for (const which of [eq(trainingPeople.role, role), eq(trainingPeople.personId, personId)])
      await tx
        .update(trainingPeople)
        .set({ leftAt })
        .where(and(isIn, which, isAsked))
    const asked = await tx.insert(trainingPeople).values({ recordId, personId, role }).returning()
    await putAskedNews(tx, { recordId, by: by.personId }, asked)
  })
}

/** Before it is in force there is nothing in it: all of it goes, and nobody is asked any more. */
export async function putAway(db: Database, recordId: string, by: Actor): Promise<void> {
  await db.transaction(async (tx) => {
    await lockRecord(tx, recordId)
    if (!can(by, 'put-away', await loadTraining(tx, by, recordId))) refuse('conflict')
    await lockedItems(tx, eq(inboxItems.recordId, recordId))
    await eraseWith(tx, 'training_records', eq(trainingRecords.id, recordId))
  })
}
