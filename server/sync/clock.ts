/** Time as rooms know it, so that tests can hold it still and move it by hand. */
export interface Clock {
  /** Milliseconds; only differences mean anything. */
  now(): number
  after(ms: number, run: () => void): Cancel
}

export type Cancel = () => void

export const wallClock: Clock = {
  now: () => performance.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms).unref()
    return () => clearTimeout(timer)
  },
}
