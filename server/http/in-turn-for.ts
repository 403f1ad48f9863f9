import pLimit, { type LimitFunction } from 'p-limit'

/**
 * Work on one thing at a time: whoever wants several waits until it has all of them. Work on other things goes on
 * meanwhile.
 */
export function inTurnFor() {
  const queues = new Map<string, LimitFunction>()
  const one = async <T>(key: string, work: () => Promise<T>): Promise<T> => {
    const queue = queues.get(key) ?? pLimit(1)
    queues.set(key, queue)
    try {
      return await queue(work)
    } finally {
      if (queue.activeCount + queue.pendingCount === 0 && queues.get(key) === queue)
        queues.delete(key)
    }
  }
  // In one order for everybody, or two would wait for each other.
  return <T>(keys: readonly string[], work: () => Promise<T>): Promise<T> =>
    [...new Set(keys)].sort().reduceRight((inner, key) => () => one(key, inner), work)()
}
