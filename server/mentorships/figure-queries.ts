/** What whoever coordinates may know: that there are mentorships, and whether they are alive. */
import { fewestForFigures, type MentorshipFigures } from '@atelier/shared/mentorships/mentorship'
import { and, count, eq, inArray } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { mentorships } from '../db/mentorship-tables'

/** None, where there are so few that a number would point at somebody: also of those that rest. */
export async function loadFigures(db: Queryable, workspaceId: string): Promise<MentorshipFigures> {
  const rows = await db
    .select({ state: mentorships.state, mentorships: count() })
    .from(mentorships)
    .where(
      and(
        eq(mentorships.workspaceId, workspaceId),
        inArray(mentorships.state, ['active', 'paused']),
      ),
    )
    .groupBy(mentorships.state)
  const of = (state: string) => rows.find((row) => row.state === state)?.mentorships ?? 0
  const [active, paused] = [of('active'), of('paused')]
  if (active + paused <= fewestForFigures) return { goingOn: null, paused: null }
  const isTelling = active > fewestForFigures && paused > fewestForFigures
  return { goingOn: active + paused, paused: isTelling ? paused : null }
}
