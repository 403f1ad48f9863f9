import type { Actor } from '@atelier/shared/access/can'
import { type AskTimeline, mostMoments, type Timeline } from '@atelier/shared/journals/timeline'
import { and, desc, eq, gte, isNotNull, isNull, lte, sql } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { goals, mentoringSessions } from '../db/mentoring-tables'
import { mentorshipPeople, mentorships } from '../db/mentorship-tables'

/** The actor’s own: sessions of what they have said yes to and not left, and goals of theirs alone. */
export async function loadTimeline(
  db: Queryable,
  { personId, workspaceId }: Actor,
  { since }: AskTimeline,
): Promise<Timeline> {
  const from = since === undefined ? undefined : new Date(since)
  const sessions = await db
    .select({
      id: mentoringSessions.id,
      mentorshipId: mentoringSessions.mentorshipId,
      startsAt: mentoringSessions.startsAt,
    })
    .from(mentoringSessions)
    .innerJoin(mentorships, eq(mentorships.id, mentoringSessions.mentorshipId))
    .innerJoin(
      mentorshipPeople,
      and(
        eq(mentorshipPeople.mentorshipId, mentorships.id),
        eq(mentorshipPeople.personId, personId),
        eq(mentorshipPeople.answer, true),
        isNull(mentorshipPeople.leftAt),
      ),
    )
    .where(
      and(
        eq(mentorships.workspaceId, workspaceId),
        lte(mentoringSessions.startsAt, sql`now()`),
        from && gte(mentoringSessions.startsAt, from),
      ),
    )
    .orderBy(desc(mentoringSessions.startsAt), desc(mentoringSessions.id))
    .limit(mostMoments)
  const settled = await db
    .select()
    .from(goals)
    .where(
      and(
        eq(goals.personId, personId),
        isNotNull(goals.settledAt),
        from && gte(goals.settledAt, from),
      ),
    )
    .orderBy(desc(goals.settledAt), desc(goals.id))
    .limit(mostMoments)
  return {
    sessions: sessions.map(({ startsAt, ...session }) => ({
      ...session,
      at: startsAt.toISOString(),
    })),
    goals: settled.flatMap(({ id, mentorshipId, title, state, settledAt }) =>
      settledAt ? [{ id, mentorshipId, title, state, at: settledAt.toISOString() }] : [],
    ),
  }
}
