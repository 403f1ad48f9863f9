/** A queue at a door: a restarted server that everybody returns to asks its database a few at a time (S15). */
import pLimit from 'p-limit'
import type { Clock } from './clock'

export type InTurn = <T>(work: () => Promise<T>) => Promise<T>

/** Work that takes longer goes on, and no longer keeps others waiting. */
const patienceMs = 5000

/** Begins what it is given in order, while fewer than `atOnce` are under way. */
export function inTurn(atOnce: number, clock: Clock): InTurn {
  const queue = pLimit(atOnce)
  return <T>(work: () => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      const turn = () =>
        new Promise<void>((end) => {
          const cancel = clock.after(patienceMs, end)
          work()
            .then(resolve, reject)
            .finally(() => {
              cancel()
              end()
            })
        })
      queue(turn).catch(reject)
    })
}
