/** Which of what somebody was told of the weeks of a training record they are shown. How it is told: server/training. */
import type { Actor } from '@atelier/shared/access/can'
import { emptyWeek } from '@atelier/shared/training/week-form'
import { and, eq, exists, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { inboxItems } from '../db/inbox-tables'
import { trainingPeople, trainingRecords } from '../db/training-tables'
import {
  trainingFollowableBy,
  trainingVisibleTo,
  withTrainingRights,
} from './training-access-queries'

const submissions = sql`training_submissions s join training_weeks w on w.id = s.week_id
  and w.record_id = ${inboxItems.recordId} and w.week = ${inboxItems.week}`
const isSignedAs = (role: SQL) => sql`exists (
  select 1 from training_signatures n where n.submission_id = s.id and n.role = ${role})`

/** What came back and was to be added to a signed week may be left out. */
const isPutAway = sql`(s.part > 0 and w.draft = ${JSON.stringify(emptyWeek)}::jsonb)`

/** What was submitted later, other than what its apprentice took back: that says nothing to anybody. */
const isAnsweredLater = sql`exists (select 1 from training_submissions later
  where later.week_id = w.id and later.submitted_at > r.created_at and (later.closed_at is null
    or exists (select 1 from training_returns said where said.submission_id = later.id)))`
const isSubmittedLater = sql`exists (select 1 from training_submissions later
  where later.week_id = w.id and later.submitted_at > r.created_at)`

/**
 * What is told of a record and its weeks, as long as the actor may read it and it is so: what was done meanwhile is no
 * news. Of a week its key says which submission, or which return.
 */
export function trainingNewsInSight(db: Queryable, actor: Actor): SQL {
  const { role } = trainingPeople
  const waitsForSignature = sql`${inboxItems.kind} = 'week-submitted' and ${role} <> 'apprentice'
    and exists (select 1 from ${submissions} where s.closed_at is null
      and ${inboxItems.key} = 'week-submitted ' || w.record_id || ' ' || w.week || ' ' || s.hash
      and not ${isSignedAs(sql`${role}`)})`
  // Of what is signed already an addendum is asked for, until who asks signs as well.
  const saysWhatIsSo = sql`case when s.closed_at is null
    then ${inboxItems.kind} = 'addendum-asked'
      and not ${isSignedAs(sql`r.role`)} and not ${isAnsweredLater}
    else ${inboxItems.kind} = 'week-returned'
      and not ${isPutAway} and not ${isSubmittedLater} end`
  const waitsForWords = sql`${inboxItems.kind} <> 'week-submitted' and ${role} = 'apprentice'
    and exists (select 1 from ${submissions} join training_returns r
        on r.submission_id = s.id and ${inboxItems.key} = ${inboxItems.kind} || ' ' || r.id
      where ${saysWhatIsSo})`
  const isOfRecord = eq(trainingRecords.id, inboxItems.recordId)
  const waitsForWeeks = and(trainingFollowableBy(actor), or(waitsForSignature, waitsForWords))
  const waitsForYes = and(
    trainingVisibleTo(actor),
    isNull(trainingPeople.agreedAt),
    eq(inboxItems.kind, 'training-asked'),
  )
  return exists(
    withTrainingRights(db, actor).where(and(isOfRecord, or(waitsForWeeks, waitsForYes))),
  )
}
