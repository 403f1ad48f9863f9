import pLimit from 'p-limit'
import { inTurnFor } from '../http/in-turn-for'
import { takeTurns } from '../http/take-turns'

/** What somebody opens at once and one who is impatient; a fourth is refused. */
const mostOfOne = 3

/**
 * Whole logs are read for it. Of one person one at a time, of all together `most`: so many are in memory, and
 * nobody who asks for several keeps the others waiting.
 */
export function historyTurns(most: number) {
  const asking = takeTurns(mostOfOne)
  const own = inTurnFor()
  const together = pLimit(most)
  return <T>(personId: string, look: () => Promise<T>): Promise<T> =>
    asking(personId, () => own([personId], () => together(look)))
}
