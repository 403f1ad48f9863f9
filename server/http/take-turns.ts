import { refuse } from '@atelier/shared/refusals'

/** At most so many pieces of work at once for each person: one more is refused, not queued. */
export function takeTurns(most: number) {
  const underWay = new Map<string, number>()
  return async <T>(personId: string, work: () => Promise<T>): Promise<T> => {
    const now = underWay.get(personId) ?? 0
    if (now >= most) return refuse('too-many', { retryAfterSeconds: 2 })
    underWay.set(personId, now + 1)
    try {
      return await work()
    } finally {
      const left = (underWay.get(personId) ?? 1) - 1
      if (left > 0) underWay.set(personId, left)
      else underWay.delete(personId)
    }
  }
}
