/** How often one says where one points: often enough to look alive, seldom enough for bad wifi. */

const soonestMs = 50
const slowestMs = 250
/** What one device hears in a second of all pointers together, at most about. */
const heardPerSecond = 400

export const paceMs = (people: number): number =>
  Math.min(slowestMs, Math.max(soonestMs, Math.round((people * 1000) / heardPerSecond)))

type Clock = { now(): number; after(ms: number, act: () => void): () => void }

const pageClock: Clock = {
  now: () => performance.now(),
  after(ms, act) {
    const timer = setTimeout(act, ms)
    return () => clearTimeout(timer)
  },
}

/** Says the latest of what it is given: the first at once, then one in each `gapMs()`, and always the last. */
export function pacedBy<T>(gapMs: () => number, say: (latest: T) => void, clock = pageClock) {
  let saidAt = Number.NEGATIVE_INFINITY
  let waiting: { latest: T; cancel(): void } | null = null
  const sayNow = (latest: T) => {
    waiting = null
    saidAt = clock.now()
    say(latest)
  }
  return {
    take(latest: T): void {
      if (waiting) {
        waiting.latest = latest
        return
      }
      const left = saidAt + gapMs() - clock.now()
      if (left <= 0) {
        sayNow(latest)
        return
      }
      const held = { latest, cancel: clock.after(left, () => sayNow(held.latest)) }
      waiting = held
    },
    stop(): void {
      waiting?.cancel()
      waiting = null
    },
  }
}
