/** How much one connection may send: bursts are fine, a flood is slowed down to the rate. */
import type { Clock } from './clock'

export type Rate = { perSecond: number; burst: number }

export class TokenBucket {
  readonly #rate: Rate
  readonly #clock: Clock
  #left: number
  #filledAt: number

  constructor(rate: Rate, clock: Clock) {
    this.#rate = rate
    this.#clock = clock
    this.#left = rate.burst
    this.#filledAt = clock.now()
  }

  /** Always takes; answers for how many milliseconds nothing more should be taken. */
  take(amount: number): number {
    this.#fill()
    this.#left -= amount
    return this.#left >= 0 ? 0 : (-this.#left / this.#rate.perSecond) * 1000
  }

  #fill(): void {
    const now = this.#clock.now()
    const earned = ((now - this.#filledAt) / 1000) * this.#rate.perSecond
    this.#left = Math.min(this.#rate.burst, this.#left + earned)
    this.#filledAt = now
  }
}
