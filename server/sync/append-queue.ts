/** Hands a room's updates to the store, in order, and gives up on none of them (S1, S2, S10). */
import type { Clock } from './clock'
import { RoomGone } from './room-store'

/** Whoever has the queue. */
export interface AppendHouse {
  readonly clock: Clock
  append(update: Uint8Array, personId: string | null): Promise<void>
  /** `stored` has moved, or `ownStored`. */
  onStored(): void
  /** An append failed and is tried again in `retryMs`. */
  onAppendTrouble(error: unknown, retryMs: number): void
  /** The store has no such room any more: nothing is handed over, and nothing kept. */
  onGone(): void
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
 * 3. An update leaves memory only when it is committed, or its room is gone.
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
  readonly #entries = new Unstored()
  /** Those of `#entries` that are ours to store. */
  readonly #own = new Unstored()
  #looksSoon = false
  /** In a row. */
  #failures = 0
  #waiters: Waiter[] = none
  #isRetryPlanned = false
  /** For good. */
  isGone = false

  constructor(house: AppendHouse) {
    this.#house = house
  }

  /** Answers the number `stored` has to reach for this update to be committed. */
  add(update: Uint8Array, personId: string | null, elsewhere: Promise<void> | null = null): number {
    if (this.isGone) return ++this.added
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
    return this.isGone || this.stored === this.added
  }

  /** Resolves once everything added until now is committed, or `isGone`. */
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
        this.#lookSoon()
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
        this.#lookSoon()
      },
      (error: unknown) => {
        if (error instanceof RoomGone) return this.#end()
        entry.state = 'waiting'
        this.#retryLater(error)
      },
    )
  }

  /** Once for all that one commit has stored. */
  #lookSoon(): void {
    if (this.#looksSoon) return
    this.#looksSoon = true
    queueMicrotask(() => {
      this.#looksSoon = false
      this.#forgetStored()
    })
  }

  #forgetStored(): void {
    const own = this.#own.forgetStored()
    const done = this.#entries.forgetStored()
    if (own.count + done.count === 0) return
    this.unstoredBytes -= done.bytes
    this.ownStored += own.count
    this.stored += done.count
    this.#house.onStored()
    const ready = this.#waiters.filter((waiter) => waiter.upTo <= this.stored)
    this.#waiters = this.#waiters.filter((waiter) => waiter.upTo > this.stored)
    for (const waiter of ready) waiter.resolve()
  }

  #retryLater(error: unknown): void {
    if (this.#isRetryPlanned || this.isGone) return
    const retryMs = Math.min(firstRetryMs * 2 ** this.#failures++, longestRetryMs)
    this.#house.onAppendTrouble(error, retryMs)
    this.#isRetryPlanned = true
    this.#house.clock.after(retryMs, () => this.#retry())
  }

  #end(): void {
    if (this.isGone) return
    this.isGone = true
    this.unstoredBytes = 0
    this.#entries.clear()
    this.#own.clear()
    const waiters = this.#waiters
    this.#waiters = none
    this.#house.onGone()
    for (const { resolve } of waiters) resolve()
  }

  #retry(): void {
    this.#isRetryPlanned = false
    for (const entry of this.#entries) if (entry.state === 'waiting') this.#send(entry)
  }
}

const fewEntries = 1024

/** In order, from the first that is not stored. However long it gets, each entry is looked at once. */
class Unstored {
  #entries: Entry[] = []
  #from = 0

  push(entry: Entry): void {
    this.#entries.push(entry)
  }

  clear(): void {
    this.#entries = []
    this.#from = 0
  }

  /** Those at the beginning that are stored. */
  forgetStored(): { count: number; bytes: number } {
    let [count, bytes] = [0, 0]
    for (let next = this.#entries[this.#from]; next?.state === 'stored'; ) {
      count++
      bytes += next.update.length
      next = this.#entries[++this.#from]
    }
    if (this.#from === this.#entries.length) this.#entries.length = 0
    else if (this.#from > fewEntries && 2 * this.#from > this.#entries.length)
      this.#entries = this.#entries.slice(this.#from)
    else return { count, bytes }
    this.#from = 0
    return { count, bytes }
  }

  *[Symbol.iterator](): Generator<Entry> {
    for (let at = this.#from; at < this.#entries.length; at++) yield this.#entries[at] as Entry
  }
}
