/** Who may bring and take away how much at once: whole files lie in memory meanwhile. */
import { refuse } from '@atelier/shared/refusals'
import limit from 'p-limit'
import { takeTurns } from '../http/take-turns'

type Turns = <T>(personId: string, work: () => Promise<T>) => Promise<T>

/**
 * `mostOfOne` of one person’s at once, refused beyond that; `mostOfAll` of everybody’s, of which each
 * person has one, while the others wait. Nothing has been read for those who wait.
 */
export function exchangeTurns(mostOfOne: number, mostOfAll: number, mostWaiting = 40): Turns {
  const atOnce = takeTurns(mostOfOne)
  const all = limit(mostOfAll)
  const lines = new Map<string, Promise<unknown>>()
  return (personId, work) =>
    atOnce(personId, async () => {
      if (all.pendingCount >= mostWaiting) refuse('unavailable', { retryAfterSeconds: 10 })
      const before = lines.get(personId) ?? Promise.resolve()
      const mine = before.then(() => all(work))
      const settled = mine.catch(() => undefined)
      lines.set(personId, settled)
      try {
        return await mine
      } finally {
        if (lines.get(personId) === settled) lines.delete(personId)
      }
    })
}
