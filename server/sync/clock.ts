/** Time as rooms know it, so that tests can hold it still and move it by hand. */
export interface Clock {
  /** Milliseconds; only differences mean anything. */
  now(): number
  after(ms: number, run: () => void): Cancel
  /** Runs once everything that has arrived by now was heard: what happens together is told together. */
  endOfTurn(run: () => void): void
}

export type Cancel = () => void

export const wallClock: Clock = {
  now: () => performance.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms).unref()
    return () => clearTimeout(timer)
  },
  endOfTurn(run) {
    setImmediate(run)
  },
}
