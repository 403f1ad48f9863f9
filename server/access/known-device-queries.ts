/**
 * Browsers in which a person has signed in before. Each keeps a random value in a cookie, and
 * here is only its hash: it signs nobody in, but the failures of strangers do not slow it down.
 */
import { randomBytes } from 'node:crypto'
import { and, eq, lte, ne } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { knownDevices, people } from '../db/tables'
import { hashOf } from './hash-of'

const knownDays = 365

export async function isKnownDevice(db: Queryable, token: string, email: string): Promise<boolean> {
  const rows = await db
    .select({ personId: knownDevices.personId })
    .from(knownDevices)
    .innerJoin(people, eq(people.id, knownDevices.personId))
    .where(and(eq(knownDevices.tokenHash, hashOf(token)), eq(people.email, email)))
  return rows.length > 0
}

/** Several people may share a browser: it keeps its token, unless nobody is known to have it. */
export async function knowDevice(db: Queryable, held: string | null, personId: string) {
  const token = held !== null && (await isAnybodys(db, held)) ? held : newToken()
  const endsAt = new Date(Date.now() + knownDays * 24 * 60 * 60 * 1000)
  await db
    .insert(knownDevices)
    .values({ tokenHash: hashOf(token), personId, endsAt })
    .onConflictDoUpdate({
      target: [knownDevices.tokenHash, knownDevices.personId],
      set: { endsAt },
    })
  return { token, endsAt }
}

const newToken = () => randomBytes(32).toString('base64url')

async function isAnybodys(db: Queryable, token: string): Promise<boolean> {
  const rows = await db
    .select({ personId: knownDevices.personId })
    .from(knownDevices)
    .where(eq(knownDevices.tokenHash, hashOf(token)))
    .limit(1)
  return rows.length > 0
}

/** All of this person's but the one that holds `token`. */
export async function forgetOtherDevices(db: Queryable, personId: string, token: string | null) {
  const isOther = token === null ? undefined : ne(knownDevices.tokenHash, hashOf(token))
  await db.delete(knownDevices).where(and(eq(knownDevices.personId, personId), isOther))
}

export async function deleteEndedDevices(db: Queryable): Promise<void> {
  await db.delete(knownDevices).where(lte(knownDevices.endsAt, new Date()))
}
