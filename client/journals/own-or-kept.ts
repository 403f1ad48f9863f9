import { codeOf } from '../api/request-failed'
import { isJournalKept } from '../offline/journal-kept'
import {
  dropRecord,
  keepRecord,
  type RecordKey,
  readRecord,
  reportKeeping,
} from '../offline/kept-records'
import { isRemembered, rememberedWho } from '../offline/remembered-who'

/**
 * What the server says. Where somebody wants their journal on this device, what is their own of it is kept, and is
 * the answer while the server cannot be reached. `ownOf` leaves nothing of anybody else’s; null for nothing at all.
 */
export async function ownOrKept<T>(
  key: RecordKey,
  ask: () => Promise<T>,
  ownOf: (answer: T, personId: string) => T | null,
): Promise<T> {
  const who = rememberedWho()
  try {
    const answer = await ask()
    if (who && isRemembered(who) && isJournalKept(who)) {
      const own = ownOf(answer, who.personId)
      const keeping = own === null ? dropRecord(who, key) : keepRecord(who, key, own)
      void keeping.catch(reportKeeping)
    }
    return answer
  } catch (error) {
    if (!who || !isRemembered(who) || !isJournalKept(who)) throw error
    const code = codeOf(error)
    if (code === 'not-found') await dropRecord(who, key).catch(reportKeeping)
    if (code !== 'unreachable') throw error
    const kept = await readRecord<T>(who, key).catch(reportKeeping)
    if (kept === undefined) throw error
    return kept
  }
}
