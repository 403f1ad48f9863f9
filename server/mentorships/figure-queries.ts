/** What whoever coordinates may know: that there are mentorships. Not one figure more, since two can be subtracted. */
import {
  fewestForFigures,
  figureSteps,
  type MentorshipFigures,
} from '@atelier/shared/mentorships/mentorship'
import { and, count, eq, inArray } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { mentorships } from '../db/mentorship-tables'

/** None, where there are so few that a number would point at somebody. */
export async function loadFigures(db: Queryable, workspaceId: string): Promise<MentorshipFigures> {
  const [all] = await db
    .select({ goingOn: count() })
    .from(mentorships)
    .where(
      and(
        eq(mentorships.workspaceId, workspaceId),
        inArray(mentorships.state, ['active', 'paused']),
      ),
    )
  const goingOn = all?.goingOn ?? 0
  return { atLeast: goingOn <= fewestForFigures ? null : goingOn - (goingOn % figureSteps) }
}
