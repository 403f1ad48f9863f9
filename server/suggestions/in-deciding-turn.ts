import { refuse } from '@atelier/shared/refusals'
import type { Database } from '../db/database'
import { limitMs } from './deciding-thread'
import { endDecidingTurn, renewDecidingTurn, takeDecidingTurn } from './suggestion-queries'

/** Longer than a decision is worked out; after a crash the next one waits no longer than this. */
const turnMs = limitMs + 10_000
const retryMs = 60
const patienceMs = 8_000

/** `renew` before each thing that is written: it refuses where somebody else may decide by now. */
export type DecidingTurn = { renew(): Promise<void> }

/**
 * One after the other, on whichever nodes: two who accept the same thing at once must not write it
 * twice. Not a transaction around it all, because rooms store by connections of their own.
 */
export async function inDecidingTurn<T>(
  db: Database,
  forkId: string,
  work: (turn: DecidingTurn) => Promise<T>,
  ms = turnMs,
): Promise<T> {
  let until = await waitForTurn(db, forkId, ms)
  try {
    return await work({
      async renew() {
        until = (await renewDecidingTurn(db, forkId, until, ms)) ?? refuse('unavailable')
      },
    })
  } finally {
    await endDecidingTurn(db, forkId, until)
  }
}

async function waitForTurn(db: Database, forkId: string, ms: number): Promise<Date> {
  for (let waited = 0; waited <= patienceMs; waited += retryMs) {
    const until = await takeDecidingTurn(db, forkId, ms)
    if (until) return until
    await new Promise((resolve) => setTimeout(resolve, retryMs))
  }
  return refuse('unavailable')
}
