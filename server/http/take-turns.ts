import { refuse } from '@atelier/shared/refusals'

/** At most so many pieces of work at once for each person: one more is refused, not queued. */
export function takeTurns(most: number) {
  const begin = beginTurns(most)
  return async <T>(personId: string, work: () => Promise<T>): Promise<T> => {
    const end = begin(personId)
    try {
      return await work()
    } finally {
      end()
    }
  }
}

/** The same for work that goes on after it was answered: whoever begins it ends it, once. */
export function beginTurns(most: number) {
  const underWay = new Map<string, number>()
  return (personId: string): (() => void) => {
    const now = underWay.get(personId) ?? 0
    if (now >= most) refuse('too-many', { retryAfterSeconds: 2 })
    underWay.set(personId, now + 1)
    return () => {
      const left = (underWay.get(personId) ?? 1) - 1
      if (left > 0) underWay.set(personId, left)
      else underWay.delete(personId)
    }
  }
}
