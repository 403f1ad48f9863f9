/**
 * Growing delays after failed sign-ins; never a lock-out. An account has five free tries, then
 * 1, 2, 4 … 60 s must pass between two. A browser the account knows is counted by itself, so
 * that whoever guesses elsewhere keeps nobody out. An address may be a whole school: it has a
 * hundred wrong passwords, and gets one back every six seconds.
 * Kept in the database, so that a restart or a second server forgets nothing. Keys are hashes:
 * the table names nobody.
 */
import { refuse } from '@atelier/shared/refusals'
import { eq, lt, sql } from 'drizzle-orm'
import type { Database, Queryable } from '../db/database'
import { signInFailures } from '../db/tables'
import { hashOf } from './hash-of'
import { isKnownDevice } from './known-device-queries'

const freeTries = 5
const longestDelaySeconds = 60
const addressTries = 100
const addressForgivesOneMs = 6_000
/** Failures older than this are forgiven; an address has all its tries back by then. */
const forgivenMinutes = 15

export const delaySeconds = (failures: number) =>
  failures < freeTries ? 0 : Math.min(longestDelaySeconds, 2 ** Math.min(failures - freeTries, 10))

/** `device` is the token of the browser's cookie, null for none. */
export type Attempt = { email: string; address: string; device: string | null }

/**
 * Runs `check`, which resolves with null for a wrong password. Refuses with `too-many` while a
 * delay runs. A try counts as failed before it is looked at, so that many at once are many.
 */
export async function slowedDown<T>(
  db: Database,
  attempt: Attempt,
  check: () => Promise<T | null>,
): Promise<T | null> {
  const address = hashOf(`address:${attempt.address}`)
  await requireAddressTries(db, address)
  const key = await keyOf(db, attempt)
  await db.transaction((tx) => countTry(tx, key))
  const found = await check().catch(async (error: unknown) => {
    await takeBack(db, key)
    throw error
  })
  if (found === null) await db.transaction((tx) => countWrong(tx, address))
  else await db.delete(signInFailures).where(eq(signInFailures.key, key))
  return found
}

export async function deleteForgivenFailures(db: Queryable): Promise<void> {
  await db.delete(signInFailures).where(lt(signInFailures.lastAt, forgivenBefore()))
}

async function keyOf(db: Queryable, { email, device }: Attempt): Promise<string> {
  const isKnown = device !== null && (await isKnownDevice(db, device, email))
  return hashOf(isKnown ? `device:${device}:${email}` : `account:${email}`)
}

async function countTry(tx: Queryable, key: string) {
  const row = await lockRow(tx, key)
  const failures = row.lastAt < forgivenBefore() ? 0 : row.failures
  const waitMs = row.lastAt.getTime() + delaySeconds(failures) * 1000 - Date.now()
  if (failures > 0 && waitMs > 0) refuseFor(waitMs)
  await writeRow(tx, key, { failures: failures + 1, lastAt: new Date() })
}

/** The password was never looked at. */
async function takeBack(db: Queryable, key: string) {
  await db
    .update(signInFailures)
    .set({ failures: sql`greatest(${signInFailures.failures} - 1, 0)` })
    .where(eq(signInFailures.key, key))
}

async function requireAddressTries(db: Queryable, key: string) {
  const [row] = await db.select().from(signInFailures).where(eq(signInFailures.key, key))
  if (!row) return
  const { failures, lastAt } = forgiven(row)
  const tooMany = failures - addressTries + 1
  if (tooMany > 0) refuseFor(lastAt.getTime() + tooMany * addressForgivesOneMs - Date.now())
}

async function countWrong(tx: Queryable, key: string) {
  const { failures, lastAt } = forgiven(await lockRow(tx, key))
  await writeRow(tx, key, { failures: failures + 1, lastAt })
}

type Failures = { failures: number; lastAt: Date }

/** What is left by now; `lastAt` is when the last one was forgiven. */
function forgiven({ failures, lastAt }: Failures): Failures {
  const many = Math.floor((Date.now() - lastAt.getTime()) / addressForgivesOneMs)
  if (many >= failures) return { failures: 0, lastAt: new Date() }
  return {
    failures: failures - many,
    lastAt: new Date(lastAt.getTime() + many * addressForgivesOneMs),
  }
}

async function lockRow(tx: Queryable, key: string): Promise<Failures> {
  const none = { failures: 0, lastAt: new Date() }
  await tx
    .insert(signInFailures)
    .values({ key, ...none })
    .onConflictDoNothing()
  const [row] = await tx
    .select()
    .from(signInFailures)
    .where(eq(signInFailures.key, key))
    .for('update')
  return row ?? none
}

async function writeRow(tx: Queryable, key: string, row: Failures) {
  await tx.update(signInFailures).set(row).where(eq(signInFailures.key, key))
}

const refuseFor = (waitMs: number) =>
  refuse('too-many', { retryAfterSeconds: Math.ceil(waitMs / 1000) })

const forgivenBefore = () => new Date(Date.now() - forgivenMinutes * 60_000)
