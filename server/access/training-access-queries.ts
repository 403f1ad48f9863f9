/** Training records as one person may see them: what every route about one, and about anything in it, begins with. */
import { type Actor, can } from '@atelier/shared/access/can'
import type { TrainingRecordSubject } from '@atelier/shared/access/can-in-training'
import { refuse } from '@atelier/shared/refusals'
import { and, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { people } from '../db/tables'
import { trainingPeople, trainingRecords } from '../db/training-tables'

/** Those an actor may read: the one twin in SQL of `can(actor, 'read', record)`. Needs `withTrainingRights`. */
export const trainingVisibleTo = (actor: Actor): SQL | undefined =>
  and(eq(trainingRecords.workspaceId, actor.workspaceId), isNull(trainingPeople.leftAt))

/** Those whose weeks an actor may read: the twin of `can(actor, 'follow', record)`. */
export const trainingFollowableBy = (actor: Actor): SQL | undefined =>
  and(trainingVisibleTo(actor), isNotNull(trainingPeople.agreedAt))

/** Who is in it, has said yes, and can sign in. */
const isNowIn = sql`theirs.record_id = ${trainingRecords.id}
  and theirs.agreed_at is not null and theirs.left_at is null and who.suspended_at is null`
const isAnybody = (which: SQL) => sql<boolean>`exists (select 1 from ${trainingPeople} theirs
  join ${people} who on who.id = theirs.person_id where ${isNowIn} and ${which})`

/** Only those the actor is in, or was. */
export function withTrainingRights(db: Queryable, actor: Actor) {
  return db
    .select({
      record: trainingRecords,
      own: trainingPeople,
      hasTrainer: isAnybody(sql`theirs.role = 'trainer'`),
      hasSchool: isAnybody(sql`theirs.role = 'school'`),
      isBegunByOneInIt: isAnybody(sql`theirs.person_id = ${trainingRecords.begunBy}`),
    })
    .from(trainingRecords)
    .innerJoin(
      trainingPeople,
      and(
        eq(trainingPeople.recordId, trainingRecords.id),
        eq(trainingPeople.personId, actor.personId),
      ),
    )
    .$dynamic()
}

export type TrainingRow = Awaited<ReturnType<typeof withTrainingRights>>[number]

export const trainingSubjectOf = ({
  record,
  own,
  hasTrainer,
  hasSchool,
  isBegunByOneInIt,
}: TrainingRow): TrainingRecordSubject => ({
  kind: 'training-record',
  workspaceId: record.workspaceId,
  role: own.leftAt === null ? own.role : null,
  agreed: own.agreedAt !== null,
  inForce: record.inForceAt !== null,
  leads: record.begunBy === own.personId || !isBegunByOneInIt,
  lacks: [...(hasTrainer ? [] : ['trainer' as const]), ...(hasSchool ? [] : ['school' as const])],
})

export type LoadedTraining = TrainingRecordSubject & TrainingRow

/** One as the actor may read it, or not-found: the way to everything inside it. */
export async function loadTraining(
  db: Queryable,
  actor: Actor,
  id: string,
): Promise<LoadedTraining> {
  const [row] = await withTrainingRights(db, actor).where(
    and(trainingVisibleTo(actor), eq(trainingRecords.id, id)),
  )
  if (!row) return refuse('not-found')
  const subject = trainingSubjectOf(row)
  return can(actor, 'read', subject) ? { ...subject, ...row } : refuse('not-found')
}
