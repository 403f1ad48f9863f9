/**
 * Votes on their way. What is said is how many dots lie somewhere, so that it may be sent again until it has arrived;
 * it outlives a reload, and a network that is gone for a while. One after the other, the last word for each place.
 */
import { codeOf, type FailureCode } from '../../api/request-failed'

export type Vote = { target: string; dots: number }

export type VoteOutbox = {
  /** Dots by place that have not arrived. The same object until something changes. */
  waiting(): Readonly<Record<string, number>>
  put(vote: Vote): void
  subscribe(listener: () => void): () => void
  /** Tries at once: in the beginning, and when the network is back. */
  start(): void
  /** Until it is started again. */
  stop(): void
}

export type OutboxHouse = {
  send(vote: Vote): Promise<unknown>
  /** Whether it is worth sending again, for what went wrong. */
  comesBack(error: unknown): boolean
  /** It will never arrive: what is shown is asked for again. */
  onRefused(error: unknown): void
  onArrived(vote: Vote): void
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
  key: string
  later(work: () => void, ms: number): () => void
}

const firstWaitMs = 1000
const longestWaitMs = 15_000
/** Only what the server says of the vote itself ends it; all else may pass. */
const final: readonly FailureCode[] = [
  ...(['invalid', 'not-found', 'conflict', 'forbidden', 'expired', 'signed-out'] as const),
]
export const mayPass = (error: unknown): boolean => !final.includes(codeOf(error))

export function voteOutbox(house: OutboxHouse): VoteOutbox {
  const { storage, key } = house
  let waiting: Readonly<Record<string, number>> = readWaiting(storage.getItem(key))
  const listeners = new Set<() => void>()
  let isSending = false
  let isClosed = true
  let waitMs = firstWaitMs
  let cancelWait: (() => void) | null = null

  function change(next: Readonly<Record<string, number>>) {
    waiting = next
    if (Object.keys(next).length === 0) storage.removeItem(key)
    else storage.setItem(key, JSON.stringify(next))
    for (const tell of listeners) tell()
  }

  /** Another tab may have put or sent some: what lies on the device is what waits. */
  function lookAgain() {
    const kept = readWaiting(storage.getItem(key))
    if (JSON.stringify(kept) === JSON.stringify(waiting)) return
    waiting = kept
    for (const tell of listeners) tell()
  }

  function drop({ target, dots }: Vote) {
    lookAgain()
    if (waiting[target] !== dots) return
    const { [target]: _, ...rest } = waiting
    change(rest)
  }

  /** What is refused may have its place once dots elsewhere are taken back: it is tried again after all others. */
  async function sendAll() {
    if (isSending || isClosed) return
    isSending = true
    cancelWait?.()
    cancelWait = null
    const refused = new Map<string, unknown>()
    while (!isClosed) {
      const vote = nextBut(refused)
      if (!vote) break
      try {
        await house.send(vote)
        // Another one goes on with what lies on the device, and may have more by now.
        if (isClosed) break
        waitMs = firstWaitMs
        house.onArrived(vote)
        drop(vote)
        refused.clear()
      } catch (error) {
        if (isClosed) break
        if (house.comesBack(error)) {
          waitAndTry()
          break
        }
        refused.set(vote.target, error)
        if (!nextBut(refused)) giveUp(refused)
      }
    }
    isSending = false
  }

  function nextBut(refused: ReadonlyMap<string, unknown>): Vote | null {
    lookAgain()
    const next = Object.entries(waiting).find(([target]) => !refused.has(target))
    return next ? { target: next[0], dots: next[1] } : null
  }

  function giveUp(refused: Map<string, unknown>) {
    lookAgain()
    const [error] = refused.values()
    change(Object.fromEntries(Object.entries(waiting).filter(([target]) => !refused.has(target))))
    refused.clear()
    house.onRefused(error)
  }

  function waitAndTry() {
    if (isClosed) return
    cancelWait = house.later(() => {
      cancelWait = null
      void sendAll()
    }, waitMs)
    waitMs = Math.min(waitMs * 2, longestWaitMs)
  }

  return {
    waiting: () => waiting,
    put(vote) {
      lookAgain()
      change({ ...waiting, [vote.target]: vote.dots })
      void sendAll()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    start() {
      isClosed = false
      waitMs = firstWaitMs
      void sendAll()
    },
    stop() {
      isClosed = true
      cancelWait?.()
    },
  }
}

/** What lies on a device may be anything. */
function readWaiting(kept: string | null): Record<string, number> {
  try {
    const read: unknown = JSON.parse(kept ?? '{}')
    if (typeof read !== 'object' || read === null) return {}
    return Object.fromEntries(
      Object.entries(read).filter(([, dots]) => Number.isInteger(dots) && dots >= 0),
    )
  } catch {
    return {}
  }
}
