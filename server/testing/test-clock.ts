import type { Cancel, Clock } from '../sync/clock'

/** Time that stands still until it is moved. */
export class TestClock implements Clock {
  #now = 0
  /** Ends of turns wait until `endTurn`, instead of coming at once. */
  holdsTurns = false
  #ends: (() => void)[] = []
  #timers = new Set<{ at: number; run: () => void }>()

  now(): number {
    return this.#now
  }

  after(ms: number, run: () => void): Cancel {
    const timer = { at: this.#now + ms, run }
    this.#timers.add(timer)
    return () => this.#timers.delete(timer)
  }

  endOfTurn(run: () => void): void {
    if (this.holdsTurns) this.#ends.push(run)
    else run()
  }

  /** And from here on they come at once again. */
  endTurn(): void {
    this.holdsTurns = false
    for (const run of this.#ends.splice(0)) run()
  }

  /** Runs what falls due on the way, in order, letting promises settle in between. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms
    for (;;) {
      const due = [...this.#timers].filter(({ at }) => at <= end)
      const next = due.sort((a, b) => a.at - b.at)[0]
      if (!next) break
      this.#timers.delete(next)
      this.#now = Math.max(this.#now, next.at)
      next.run()
      await settled()
    }
    this.#now = end
    await settled()
  }
}

/** Every promise that can go on has gone on. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
