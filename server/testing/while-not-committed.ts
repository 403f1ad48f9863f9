import { expect } from 'vitest'
import type { Database } from '../db/database'
import type { TestDatabase } from './test-database'

/**
 * `second` is asked while all of `first` is done, and not yet committed: it has to wait for that. What `first` does
 * `last`, while it is waited for, waits for nothing.
 */
export async function whileNotCommitted<T>(
  { db, pool }: Pick<TestDatabase, 'db' | 'pool'>,
  first: (tx: Database) => Promise<unknown>,
  second: () => Promise<T>,
  last?: (tx: Database) => Promise<unknown>,
): Promise<PromiseSettledResult<T>> {
  const waiting = `select count(*)::int as count from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`
  let after: Promise<PromiseSettledResult<T>[]> | undefined
  await db.transaction(async (tx) => {
    await first(tx as Database)
    after = Promise.allSettled([second()])
    await expect.poll(async () => (await pool.query(waiting)).rows[0].count).toBe(1)
    await last?.(tx as Database)
  })
  const [settled] = (await after) ?? []
  if (!settled) throw new Error('nothing was asked')
  return settled
}
