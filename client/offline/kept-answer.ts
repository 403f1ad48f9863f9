import { codeOf } from '../api/request-failed'
import { dropRecord, keepRecord, type RecordKey, readRecord, reportKeeping } from './kept-records'
import { isRemembered, rememberedWho } from './remembered-who'

const lostCodes = ['not-found', 'forbidden']

/**
 * What the server says, which is then kept; while it cannot be reached, what it said last. Rejects
 * as `ask` does where nothing was kept.
 */
export async function orKept<T>(key: RecordKey, ask: () => Promise<T>): Promise<T> {
  // Before asking: by the time the answer is here, somebody else may have signed in, or nobody.
  const who = rememberedWho()
  try {
    const answer = await ask()
    if (who && isRemembered(who))
      void keepRecord(who, key, withoutPresence(answer)).catch(reportKeeping)
    return answer
  } catch (error) {
    // What is not for this person any more is not for this device either.
    if (who && isRemembered(who) && lostCodes.includes(codeOf(error))) {
      await dropRecord(who, key).catch(reportKeeping)
    }
    if (codeOf(error) !== 'unreachable' || !who) throw error
    const kept = await readRecord<T>(who, key).catch(reportKeeping)
    if (kept === undefined) throw error
    return kept
  }
}

/** The same, with when the server said it; null where it says so now. */
export async function orKeptSince<T extends object>(
  key: RecordKey,
  ask: () => Promise<T>,
): Promise<T & { asOf: string | null }> {
  let isNow = false
  const answer = await orKept(key, async () => {
    const said = await ask()
    isNow = true
    return { ...said, asOf: new Date().toISOString() }
  })
  return isNow ? { ...answer, asOf: null } : answer
}

/** Who has something open now is old a moment later. */
const withoutPresence = (answer: unknown): unknown =>
  JSON.parse(JSON.stringify(answer, (name, value) => (name === 'here' ? [] : value)))
