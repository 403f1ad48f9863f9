/**
 * Growing delays after failed sign-ins, per account and per address; never a lock-out.
 * Five tries are free, then 1, 2, 4 … 60 s must pass between two. Kept in the database, so that
 * a restart or a second server forgets nothing. Keys are hashes: the table names nobody.
 */
import { refuse } from '@atelier/shared/refusals'
import { eq, lt, sql } from 'drizzle-orm'
import type { Database, Queryable } from '../db/database'
import { signInFailures } from '../db/tables'
import { hashOf } from './hash-of'

const freeTries = 5
const longestDelaySeconds = 60
/** Failures older than this are forgiven. */
const forgivenMinutes = 15

export const delaySeconds = (failures: number) =>
  failures < freeTries ? 0 : Math.min(longestDelaySeconds, 2 ** Math.min(failures - freeTries, 10))

/**
 * Counts this try as failed before the password is even looked at, so that many tries at once
 * are many tries; `forgive` takes it back. Refuses with `too-many` while a delay runs.
 */
export async function countTry(db: Database, email: string, address: string): Promise<void> {
  await db.transaction(async (tx) => {
    for (const key of [accountKey(email), addressKey(address)]) await countOne(tx, key)
  })
}

/** The password was right: the account starts afresh, the address gets its one try back. */
export async function forgive(db: Database, email: string, address: string): Promise<void> {
  await db.delete(signInFailures).where(eq(signInFailures.key, accountKey(email)))
  await db
    .update(signInFailures)
    .set({ failures: sql`greatest(${signInFailures.failures} - 1, 0)` })
    .where(eq(signInFailures.key, addressKey(address)))
}

export async function deleteForgivenFailures(db: Queryable): Promise<void> {
  await db.delete(signInFailures).where(lt(signInFailures.lastAt, forgivenBefore()))
}

async function countOne(tx: Queryable, key: string) {
  await tx
    .insert(signInFailures)
    .values({ key, failures: 0, lastAt: new Date() })
    .onConflictDoNothing()
  const [row] = await tx
    .select()
    .from(signInFailures)
    .where(eq(signInFailures.key, key))
    .for('update')
  const failures = !row || row.lastAt < forgivenBefore() ? 0 : row.failures
  const waitMs = row ? row.lastAt.getTime() + delaySeconds(failures) * 1000 - Date.now() : 0
  if (failures > 0 && waitMs > 0) {
    refuse('too-many', { retryAfterSeconds: Math.ceil(waitMs / 1000) })
  }
  await tx
    .update(signInFailures)
    .set({ failures: failures + 1, lastAt: new Date() })
    .where(eq(signInFailures.key, key))
}

const forgivenBefore = () => new Date(Date.now() - forgivenMinutes * 60_000)

const accountKey = (email: string) => hashOf(`account:${email}`)
const addressKey = (address: string) => hashOf(`address:${address}`)
