/** Reads the store again, one at a time: asked meanwhile, once more; when it fails, later and later. */
import type { Clock } from './clock'

export type CatchUpOptions = {
  read(): Promise<void>
  clock: Clock
  onTrouble(error: unknown): void
}

const firstRetryMs = 1000
const longestRetryMs = 60_000

export class CatchUp {
  readonly #options: CatchUpOptions
  /** In a row. */
  #failures = 0
  #state: 'idle' | 'reading' | 'reading, then again' | 'closed' = 'idle'

  constructor(options: CatchUpOptions) {
    this.#options = options
  }

  /** Everything that is stored when this is called will be read. */
  ask(): void {
    if (this.#state === 'idle') this.#read()
    else if (this.#state === 'reading') this.#state = 'reading, then again'
  }

  /** Nobody needs it any more. */
  close(): void {
    this.#state = 'closed'
  }

  #read(): void {
    this.#state = 'reading'
    this.#options.read().then(
      () => {
        this.#failures = 0
        this.#goOn()
      },
      (error: unknown) => {
        if (this.#state === 'closed') return
        this.#state = 'reading, then again'
        this.#options.onTrouble(error)
        const waitMs = Math.min(firstRetryMs * 2 ** this.#failures++, longestRetryMs)
        this.#options.clock.after(waitMs, () => this.#goOn())
      },
    )
  }

  #goOn(): void {
    if (this.#state === 'closed') return
    const again = this.#state === 'reading, then again'
    this.#state = 'idle'
    if (again) this.#read()
  }
}
