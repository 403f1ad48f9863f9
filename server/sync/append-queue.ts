/** Hands a room's updates to the store, in order, and gives up on none of them (S1, S2, S10). */
import type { Clock } from './clock'

/** Whoever has the queue. */
export interface AppendHouse {
  readonly clock: Clock
  append(update: Uint8Array, personId: string | null): Promise<void>
  /** `stored` has moved, or `ownStored`. */
  onStored(): void
  /** An append failed and is tried again in `retryMs`. */
  onAppendTrouble(error: unknown, retryMs: number): void
}

type Entry = {
  update: Uint8Array
  personId: string | null
  state: 'waiting' | 'sending' | 'stored'
  /** Another node stores it, and this resolves when it has; if it does not, we do. */
  elsewhere: Promise<void> | null
}

type Waiter = { upTo: number; resolve: () => void }
const none: Waiter[] = []

const firstRetryMs = 250
const longestRetryMs = 10_000

/**
 * Invariants:
 * 1. `stored` counts the updates before the first one that is not committed, never beyond it.
 * 2. While one has failed, nothing new is handed over before it.
 * 3. An update leaves memory only when it is committed.
 */
export class AppendQueue {
  /** Updates added so far. */
  added = 0
  /** The first this many are committed. */
  stored = 0
  /** Of those that are not stored elsewhere: the first this many are committed. */
  ownStored = 0
  unstoredBytes = 0
  readonly #house: AppendHouse
  #entries: Entry[] = []
  /** Those of `#entries` and before that are ours to store, from the first that is not committed. */
  #own: Entry[] = []
  /** In a row. */
  #failures = 0
  #waiters: Waiter[] = none
  #isRetryPlanned = false

  constructor(house: AppendHouse) {
    this.#house = house
  }

  /** Answers the number `stored` has to reach for this update to be committed. */
  add(update: Uint8Array, personId: string | null, elsewhere: Promise<void> | null = null): number {
    const entry: Entry = { update, personId, state: 'waiting', elsewhere }
    this.#entries.push(entry)
    if (elsewhere === null) this.#own.push(entry)
    this.unstoredBytes += update.length
    this.added++
    if (elsewhere !== null) this.#await(entry, elsewhere)
    else if (!this.#isRetryPlanned) this.#send(entry)
    return this.added
  }

  /** All that is not committed yet as far as we know, in order, whoever stores it. */
  unstored(): { update: Uint8Array; personId: string | null }[] {
    return [...this.#entries]
  }

  get isEmpty(): boolean {
    return this.stored === this.added
  }

  /** Resolves once everything added until now is committed. */
  whenStored(): Promise<void> {
    if (this.isEmpty) return Promise.resolve()
    return new Promise((resolve) => {
      this.#waiters = [...this.#waiters, { upTo: this.added, resolve }]
    })
  }

  #await(entry: Entry, elsewhere: Promise<void>): void {
    entry.state = 'sending'
    elsewhere.then(
      () => {
        entry.state = 'stored'
        this.#forgetStored()
      },
      // It may be stored twice; that does no harm.
      () => {
        entry.elsewhere = null
        entry.state = 'waiting'
        if (!this.#isRetryPlanned) this.#send(entry)
      },
    )
  }

  #send(entry: Entry): void {
    entry.state = 'sending'
    this.#house.append(entry.update, entry.personId).then(
      () => {
        entry.state = 'stored'
        this.#failures = 0
        this.#forgetStored()
      },
      (error: unknown) => {
        entry.state = 'waiting'
        this.#retryLater(error)
      },
    )
  }

  #forgetStored(): void {
    const own = takeStored(this.#own).length
    const done = takeStored(this.#entries)
    if (own + done.length === 0) return
    for (const { update } of done) this.unstoredBytes -= update.length
    this.ownStored += own
    this.stored += done.length
    this.#house.onStored()
    const ready = this.#waiters.filter((waiter) => waiter.upTo <= this.stored)
    this.#waiters = this.#waiters.filter((waiter) => waiter.upTo > this.stored)
    for (const waiter of ready) waiter.resolve()
  }

  #retryLater(error: unknown): void {
    if (this.#isRetryPlanned) return
    const retryMs = Math.min(firstRetryMs * 2 ** this.#failures++, longestRetryMs)
    this.#house.onAppendTrouble(error, retryMs)
    this.#isRetryPlanned = true
    this.#house.clock.after(retryMs, () => this.#retry())
  }

  #retry(): void {
    this.#isRetryPlanned = false
    for (const entry of this.#entries) if (entry.state === 'waiting') this.#send(entry)
  }
}

/** Takes away those at the beginning that are stored. */
function takeStored(entries: Entry[]): Entry[] {
  const open = entries.findIndex(({ state }) => state !== 'stored')
  return entries.splice(0, open === -1 ? entries.length : open)
}
