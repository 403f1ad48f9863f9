/** Which of what somebody was told of mentorships they are shown. How it is told: server/mentorships. */
import type { Actor } from '@atelier/shared/access/can'
import { and, eq, exists, type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { inboxItems } from '../db/inbox-tables'
import { mentorshipPeople, mentorships } from '../db/mentorship-tables'
import { mentorshipVisibleTo, withMentorshipRights } from './mentorship-access-queries'

/** What is told of a mentorship, as long as the actor may read it, and as long as it is so. */
export function mentorshipNewsInSight(db: Queryable, actor: Actor): SQL {
  const { state } = mentorships
  const waitsForAnswer = sql`${mentorshipPeople.answer} is null
    and ${state} in ('asked', 'active', 'paused')`
  const waitsForYes = sql`${state} = 'active' and ${mentorshipPeople.answer} and exists (
    select 1 from agreements a where a.mentorship_id = ${mentorships.id}
      and not (${actor.personId}::uuid = any(a.agreed_by)) and not exists (
        select 1 from agreements later
        where later.mentorship_id = a.mentorship_id and later.version > a.version))`
  const isStillSo = sql`case ${inboxItems.kind}
    when 'mentorship-asked' then ${waitsForAnswer}
    when 'agreement-proposed' then ${waitsForYes}
    when 'mentorship-paused' then ${state} = 'paused'
    when 'mentorship-resumed' then ${state} = 'active' else true end`
  const isIt = eq(mentorships.id, inboxItems.mentorshipId)
  return exists(
    withMentorshipRights(db, actor).where(and(mentorshipVisibleTo(actor), isIt, isStillSo)),
  )
}
