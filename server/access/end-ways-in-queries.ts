/** What a new password ends, and signing out everywhere; and how no way in is made past them. */
import { refuse } from '@atelier/shared/refusals'
import { and, eq, isNull } from 'drizzle-orm'
import { calendarFeeds } from '../db/card-tables'
import type { Database, Queryable } from '../db/database'
import { people } from '../db/tables'
import { signInSessions } from './sign-in-session'

/** Whoever makes a way in and whoever ends all of them wait for each other, until the transaction ends. */
const holdWaysIn = (tx: Queryable, personId: string) =>
  tx.select({ id: people.id }).from(people).where(eq(people.id, personId)).for('no key update')

/**
 * Before a way in is made, in the same transaction: refuses with `signed-out` where the session that asks for it has
 * been ended since it was let in, for then the new way would outlive what was to end all of them.
 */
export async function requireWayIn(tx: Queryable, personId: string, session: string) {
  await holdWaysIn(tx, personId)
  const open = await signInSessions(tx).list(personId)
  if (!open.some(({ id }) => id === session)) refuse('signed-out')
}

type Credentials = { id: string; passwordHash: string }

/** A session for whoever gave the right password. Null where there is another by now, or the person was suspended. */
export const openWithPassword = (db: Database, person: Credentials, device: string) =>
  db.transaction(async (tx) => {
    await holdWaysIn(tx, person.id)
    const [still] = await tx
      .select({ id: people.id })
      .from(people)
      .where(
        and(
          eq(people.id, person.id),
          eq(people.passwordHash, person.passwordHash),
          isNull(people.suspendedAt),
        ),
      )
    return still ? signInSessions(tx).create(person.id, device) : null
  })

/** In a transaction: every session, or every one but the one in hand, and the secret addresses at which calendars read. */
export async function endWaysIn(tx: Queryable, personId: string, exceptSession?: string) {
  await holdWaysIn(tx, personId)
  await signInSessions(tx).revokeAll(personId, exceptSession)
  await deleteFeedsOf(tx, personId)
}

export const deleteFeedsOf = (db: Queryable, personId: string) =>
  db.delete(calendarFeeds).where(eq(calendarFeeds.personId, personId))
