/**
 * What waits on this device, sent one after the other: what the server trips over holds back nobody
 * but what stands in line behind it, and is tried less and less often.
 */
import { codeOf, type FailureCode, RequestFailed } from '../api/request-failed'
import { finalRefusal, type KeptUpload } from './kept-uploads'

const firstWaitMs = 5_000
const longestWaitMs = 600_000
/** So often the server may trip over something before it counts as refused. */
const mostBugs = 5

type Failed = { times: number; bugs: number; dueAt: number; error: unknown }
type Clock = { now: () => number; random: () => number }

/** Nothing else would fare better now. */
const endsRound: FailureCode[] = ['unreachable', 'signed-out']

type Queue<T> = {
  /** What fails holds back what comes after it in the same line. */
  lineOf: (item: T) => string
  send: (item: T) => Promise<void>
  /** It is not sent again by itself. Without it, it is tried for ever. */
  refuse?: (item: T, why: NonNullable<KeptUpload['refused']>, error: unknown) => Promise<void>
}

/** How often this tab has tried what, and when it may again. */
export class Tries {
  readonly #failed = new Map<string, Failed>()
  readonly #clock: Clock

  constructor(clock: Clock = { now: Date.now, random: Math.random }) {
    this.#clock = clock
  }

  /**
   * In their order; what is not due yet counts as having failed again.
   * Rejects at once with what ends the round, such as `unreachable`; otherwise in the end with the
   * first of what did not go out and is to be tried again.
   */
  sendAll = async <T extends { id: string }>(
    items: readonly T[],
    queue: Queue<T>,
  ): Promise<void> => {
    const held = new Map<string, unknown>()
    for (const item of items) {
      const line = queue.lineOf(item)
      if (held.has(line)) continue
      const error = await this.#try(item, queue)
      if (error !== null) held.set(line, error)
    }
    for (const error of held.values()) throw error
  }

  /** Until the next that failed is due; 5 seconds where none did. */
  msUntilDue(): number {
    const now = this.#clock.now()
    const ahead = [...this.#failed.values()].map(({ dueAt }) => dueAt - now).filter((ms) => ms > 0)
    return ahead.length > 0 ? Math.min(...ahead) : firstWaitMs
  }

  async #try<T extends { id: string }>(item: T, { send, refuse }: Queue<T>): Promise<unknown> {
    const before = this.#failed.get(item.id)
    if (before && before.dueAt > this.#clock.now()) return before.error
    try {
      await send(item)
    } catch (error) {
      if (endsRound.includes(codeOf(error))) throw error
      const { bugs } = this.#note(item.id, error)
      const why =
        finalRefusal(error) ?? (bugs >= mostBugs ? { code: 'bug' as const, details: {} } : null)
      if (!refuse || !why) return error
      await refuse(item, why, error)
    }
    this.#failed.delete(item.id)
    return null
  }

  #note(id: string, error: unknown): Failed {
    const { times = 0, bugs = 0 } = this.#failed.get(id) ?? {}
    const isBug = codeOf(error) === 'bug'
    const dueAt = this.#clock.now() + this.#waitMs(times, error)
    const failed = { times: times + 1, bugs: bugs + (isBug ? 1 : 0), dueAt, error }
    this.#failed.set(id, failed)
    return failed
  }

  #waitMs(times: number, error: unknown): number {
    const asked = error instanceof RequestFailed ? (error.details.retryAfterSeconds ?? 0) * 1000 : 0
    const wait = Math.min(firstWaitMs * 2 ** times, longestWaitMs)
    // Between half of it and all of it: many who came back at once do not come again at once.
    return Math.max(wait * (1 - this.#clock.random() / 2), asked)
  }
}

/** Of what this tab sends. */
export const tries = new Tries()
