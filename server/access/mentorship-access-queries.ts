/** Mentorships as one person may see them: what every route about one, and about anything in it, begins with. */
import { type Actor, can } from '@atelier/shared/access/can'
import type { MentorshipSubject } from '@atelier/shared/access/can-in-journals'
import { refuse } from '@atelier/shared/refusals'
import { and, eq, isNull, type SQL } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { mentorshipPeople, mentorships } from '../db/mentorship-tables'

/** Who has left, or said no to one that goes on without them, is in it no more. */
const isInIt = isNull(mentorshipPeople.leftAt)

/** Those an actor may read: the one twin in SQL of `can(actor, 'read', mentorship)`. Needs `withMentorshipRights`. */
export const mentorshipVisibleTo = (actor: Actor): SQL | undefined =>
  and(eq(mentorships.workspaceId, actor.workspaceId), isInIt)

/** Only those the actor is, or was, in. */
export function withMentorshipRights(db: Queryable, actor: Actor) {
  return db
    .select({ mentorship: mentorships, own: mentorshipPeople })
    .from(mentorships)
    .innerJoin(
      mentorshipPeople,
      and(
        eq(mentorshipPeople.mentorshipId, mentorships.id),
        eq(mentorshipPeople.personId, actor.personId),
      ),
    )
    .$dynamic()
}

export type MentorshipRow = Awaited<ReturnType<typeof withMentorshipRights>>[number]

const mentorshipSubjectOf = ({ mentorship, own }: MentorshipRow): MentorshipSubject => ({
  kind: 'mentorship',
  workspaceId: mentorship.workspaceId,
  role: own.leftAt === null ? own.role : null,
  state: mentorship.state,
  agreed: own.answer === true,
  asked: mentorship.askedBy === own.personId,
})

export type LoadedMentorship = MentorshipSubject & { row: MentorshipRow['mentorship'] }

/** One as the actor may read it, or not-found: the way to everything inside it. */
export async function loadMentorship(
  db: Queryable,
  actor: Actor,
  id: string,
): Promise<LoadedMentorship> {
  const [row] = await withMentorshipRights(db, actor).where(
    and(mentorshipVisibleTo(actor), eq(mentorships.id, id)),
  )
  if (!row) return refuse('not-found')
  const subject = mentorshipSubjectOf(row)
  return can(actor, 'read', subject) ? { ...subject, row: row.mentorship } : refuse('not-found')
}
