/** What a new password ends, and signing out everywhere. */
import { eq } from 'drizzle-orm'
import { calendarFeeds } from '../db/card-tables'
import type { Queryable } from '../db/database'
import { signInSessions } from './sign-in-session'

/** Every session, or every one but the one in hand, and the secret addresses at which calendars read. */
export async function endWaysIn(tx: Queryable, personId: string, exceptSession?: string) {
  await signInSessions(tx).revokeAll(personId, exceptSession)
  await deleteFeedsOf(tx, personId)
}

export const deleteFeedsOf = (db: Queryable, personId: string) =>
  db.delete(calendarFeeds).where(eq(calendarFeeds.personId, personId))
