/**
 * How full the server says the room is (S16). A connection says nothing of a room that is not
 * full, so until a new one is synced the word of the last one holds, and no warning blinks.
 */
import { limits } from '@atelier/shared/sync/limits'

export class Fill {
  #percent: number | null = null
  /** What the present connection said. */
  #said: number | null = null

  /** Whole percent; null below what is warned of. */
  get percent(): number | null {
    return this.#percent
  }

  connected(): void {
    this.#said = null
  }

  said(percent: number): void {
    this.#said = percent >= 100 * limits.warnFrom ? percent : null
    this.#percent = this.#said
  }

  synced(): void {
    this.#percent = this.#said
  }
}
