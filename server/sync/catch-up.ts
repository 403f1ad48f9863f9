/** Reads the store again, one at a time: asked meanwhile, once more; when it fails, later and later. */
import type { Clock } from './clock'
import type { StoredUpdate } from './room-store'

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
  /** Told when a reading that begins from now on is through. */
  #askers: (() => void)[] = []

  constructor(options: CatchUpOptions) {
    this.#options = options
  }

  /** Everything that is stored when this is called will be read; `then` is called once it is. */
  ask(then?: () => void): void {
    if (then) this.#askers.push(then)
    if (this.#state === 'idle') this.#read()
    else if (this.#state === 'reading') this.#state = 'reading, then again'
  }

  /** Nobody needs it any more. */
  close(): void {
    this.#state = 'closed'
    this.#askers = []
  }

  #read(): void {
    this.#state = 'reading'
    const askers = this.#askers.splice(0)
    this.#options.read().then(
      () => {
        this.#failures = 0
        if (this.#state !== 'closed') for (const then of askers) then()
        this.#goOn()
      },
      (error: unknown) => {
        if (this.#state === 'closed') return
        this.#askers.unshift(...askers)
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

/** Takes what is left again and again, while `take` answers that some of it fits; throws when the rest never does. */
export function takeInAnyOrder(
  updates: readonly StoredUpdate[],
  take: (update: StoredUpdate) => boolean,
): void {
  let left = updates
  for (let before = 0; left.length !== before; ) {
    before = left.length
    left = left.filter((update) => !take(update))
  }
  if (left.length > 0) throw new Error('something in the log builds on what is not there')
}
