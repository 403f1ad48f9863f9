import { codeOf } from '../api/request-failed'
import {
  keepRecord,
  type RecordKey,
  readRecord,
  rememberedWho,
  reportKeeping,
} from './kept-records'

/**
 * What the server says, which is then kept; while it cannot be reached, what it said last. Rejects
 * as `ask` does where nothing was kept.
 */
export async function orKept<T>(key: RecordKey, ask: () => Promise<T>): Promise<T> {
  // Before asking: by the time the answer is here, somebody else may have signed in.
  const who = rememberedWho()
  try {
    const answer = await ask()
    if (who) void keepRecord(who, key, withoutPresence(answer)).catch(reportKeeping)
    return answer
  } catch (error) {
    if (codeOf(error) !== 'unreachable' || !who) throw error
    const kept = await readRecord<T>(who, key).catch(reportKeeping)
    if (kept === undefined) throw error
    return kept
  }
}

/** Who has something open now is old a moment later. */
const withoutPresence = (answer: unknown): unknown =>
  JSON.parse(JSON.stringify(answer, (name, value) => (name === 'here' ? [] : value)))
