/** One room while people are in it: apply, pass on, store, and nobody is told "stored" too early. */

import { limits } from '@atelier/shared/sync/limits'
import { type PresentPerson, syncKinds } from '@atelier/shared/sync/messages'
import type { RoomName } from '@atelier/shared/sync/room-name'
import * as Y from 'yjs'
import { AppendQueue } from './append-queue'
import { BadFrame } from './bad-frame'
import { checkStateVector } from './check-state-vector'
import type { Clock } from './clock'
import type { Log } from './log'
import type { Outbox } from './outbox'
import { type Present, RoomPresence } from './room-presence'
import type { RoomStore, StoredRoom } from './room-store'
import { encodeSync } from './sync-frames'
import { OverBudget, withinBudget } from './time-budget'

export type RoomOptions = {
  name: RoomName
  id: string
  stored: StoredRoom
  store: RoomStore
  clock: Clock
  log: Log
  onPeopleChanged(): void
}

/** A connection in the room, as the room sees it. */
export interface Member extends Present {
  readonly outbox: Outbox
  /** More of the room is stored than a moment ago. */
  tellStored(): void
}

/** The longest one frame may keep everybody waiting, milliseconds. */
const frameBudgetMs = 1000
/** More than this in memory only, and the room takes nothing more until the database is back. */
const unstoredBytes = 16 * 1024 * 1024
/** A room near its limit is measured exactly, but not for every frame. */
const measureEveryMs = 10_000

/** `later`: the database is behind, or there was no time for all of it; what was applied stays. */
export type Applied = 'whole' | 'gap' | 'too-large' | 'later'

export class Room {
  readonly name: RoomName
  readonly id: string
  readonly doc = new Y.Doc()
  readonly presence = new RoomPresence()
  readonly queue: AppendQueue
  readonly #clock: Clock
  readonly #onPeopleChanged: () => void
  readonly #members = new Set<Member>()
  #written: { bytes: Uint8Array; origin: unknown }[] = []
  #fullState: Uint8Array | null = null
  #bytes = 0
  #measuredAt = Number.NEGATIVE_INFINITY
  /** Rows in the store, about. */
  rows: number
  /** Rises with every change, so that nobody needs a clock to see one. */
  version = 0
  changedAt: number

  constructor({ name, id, stored, store, clock, log, onPeopleChanged }: RoomOptions) {
    this.name = name
    this.id = id
    this.#clock = clock
    this.#onPeopleChanged = onPeopleChanged
    this.changedAt = clock.now()
    this.rows = stored.updates.length
    this.doc.transact(() => {
      for (const update of stored.updates) Y.applyUpdate(this.doc, update)
    })
    if (this.#forgetPending()) log.error({ room: name }, 'the stored log of a room has a gap')
    for (const update of stored.updates) this.#bytes += update.length
    this.doc.on('update', (bytes: Uint8Array, origin: unknown) => {
      this.#written.push({ bytes, origin })
    })
    this.queue = new AppendQueue({
      append: (update, personId) => store.append(id, update, personId),
      clock,
      onStored: () => this.#tellStored(),
      onTrouble: (error, retryMs) =>
        log.error({ err: error, room: name, retryMs }, 'could not store an update, trying again'),
    })
  }

  get isEmpty(): boolean {
    return this.#members.size === 0
  }

  enter(member: Member): void {
    this.#members.add(member)
    this.#onPeopleChanged()
  }

  leave(member: Member): void {
    if (!this.#members.delete(member)) return
    const gone = this.presence.leave(member)
    if (gone) this.sendPresence(gone, member)
    this.#onPeopleChanged()
  }

  people(): PresentPerson[] {
    return [...new Map([...this.#members].map(({ person }) => [person.id, person])).values()]
  }

  /**
   * Takes what `author` wrote: to the others at once, then to the store. Answers `gap` when
   * something was missing: what could be integrated is kept, nothing waits as pending.
   */
  apply(update: Uint8Array, author: Member): Applied {
    if (this.queue.unstoredBytes > unstoredBytes) return 'later'
    if (!this.#hasSpaceFor(update)) return 'too-large'
    this.#written = []
    let gap = false
    try {
      withinBudget(frameBudgetMs, () => Y.applyUpdate(this.doc, update, author))
    } catch (error) {
      if (error instanceof OverBudget) return 'later'
      // Yjs reads all before it changes anything: broken text or JSON is the frame's fault.
      throw this.#written.length === 0 ? new BadFrame(`unreadable: ${error}`) : error
    } finally {
      gap = this.#forgetPending()
      this.#publish(author)
    }
    return gap ? 'gap' : 'whole'
  }

  /** The server's own writing, for everybody. Answers once it is stored. */
  edit(edit: (doc: Y.Doc) => void): Promise<void> {
    this.#written = []
    try {
      this.doc.transact(() => edit(this.doc), this)
    } finally {
      this.#publish(null)
    }
    return this.queue.whenStored()
  }

  /** Sync step 2 for whoever has `stateVector`. Throws BadFrame for one nobody honest sends. */
  answerStep1(stateVector: Uint8Array): Uint8Array {
    checkStateVector(this.doc, stateVector)
    const hasNothing = stateVector.length <= 1
    if (!hasNothing) {
      return encodeSync(syncKinds.step2, Y.encodeStateAsUpdate(this.doc, stateVector))
    }
    this.#fullState ??= encodeSync(syncKinds.step2, Y.encodeStateAsUpdate(this.doc))
    return this.#fullState
  }

  step1(): Uint8Array {
    return encodeSync(syncKinds.step1, Y.encodeStateVector(this.doc))
  }

  sendPresence(frame: Uint8Array, except: Member | null): void {
    for (const member of this.#members) if (member !== except) member.outbox.sendPresence(frame)
  }

  /** Sends what Yjs wrote down in one call: mostly one update, and none when nothing was new. */
  #publish(author: Member | null): void {
    const written = this.#written
    this.#written = []
    for (const { bytes, origin } of written) {
      const frame = encodeSync(syncKinds.update, bytes)
      // Yjs may tidy up formatting after an update; the author has not seen that either.
      const except = origin === author ? author : null
      for (const member of this.#members) if (member !== except) member.outbox.send(frame)
      this.queue.add(bytes, author?.person.id ?? null)
      this.#bytes += bytes.length
      this.rows++
    }
    if (written.length === 0) return
    this.#fullState = null
    this.version++
    this.changedAt = this.#clock.now()
  }

  #tellStored(): void {
    for (const member of this.#members) member.tellStored()
  }

  /** What waits for something missing would wait for ever, and be paid for with every update. */
  #forgetPending(): boolean {
    const { store } = this.doc
    const found = store.pendingStructs !== null || store.pendingDs !== null
    store.pendingStructs = null
    store.pendingDs = null
    return found
  }

  #hasSpaceFor(update: Uint8Array): boolean {
    if (this.#bytes + update.length <= limits.roomBytes) return true
    const now = this.#clock.now()
    if (now - this.#measuredAt >= measureEveryMs) {
      this.#measuredAt = now
      this.#bytes = Y.encodeStateAsUpdate(this.doc).length
    }
    return this.#bytes + update.length <= limits.roomBytes
  }
}
