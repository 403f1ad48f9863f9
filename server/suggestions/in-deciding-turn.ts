import { refuse } from '@atelier/shared/refusals'
import type { Database } from '../db/database'
import { endDecidingTurn, takeDecidingTurn } from './suggestion-queries'

/** Longer than any decision takes; after a crash the next one waits no longer than this. */
const turnMs = 15_000
const retryMs = 60
const patienceMs = 8_000

/**
 * One after the other, on whichever nodes: two who accept the same thing at once must not write it
 * twice. Not a transaction around it all, because rooms store by connections of their own.
 */
export async function inDecidingTurn<T>(
  db: Database,
  forkId: string,
  work: () => Promise<T>,
): Promise<T> {
  for (let waited = 0; !(await takeDecidingTurn(db, forkId, turnMs)); waited += retryMs) {
    if (waited > patienceMs) refuse('unavailable')
    await new Promise((resolve) => setTimeout(resolve, retryMs))
  }
  try {
    return await work()
  } finally {
    await endDecidingTurn(db, forkId)
  }
}
