import type { Actor } from '@atelier/shared/access/can'
import { loadMentorship } from '../access/mentorship-access-queries'
import { requireCan } from '../access/require-can'
import type { Deps } from '../http/deps'

/** Whether somebody may begin something in a mentorship of theirs; in none everybody may. */
export async function requireMayWriteIn(
  { db }: Pick<Deps, 'db'>,
  actor: Actor,
  mentorshipId: string | null,
): Promise<void> {
  if (mentorshipId !== null)
    requireCan(actor, 'write', await loadMentorship(db, actor, mentorshipId))
}
