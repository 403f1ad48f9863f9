/** One room while people are in it: check, pass on, store, and nobody is told "stored" too early. */

import { limits } from '@atelier/shared/sync/limits'
import { type PresentPerson, syncKinds } from '@atelier/shared/sync/messages'
import type { RoomName } from '@atelier/shared/sync/room-name'
import type * as Y from 'yjs'
import { AppendQueue } from './append-queue'
import { changesAnything } from './changes-anything'
import { checkDepth } from './check-depth'
import { checkSameContent } from './check-same-content'
import { checkUpdate, type UpdateShape } from './check-update'
import type { Clock } from './clock'
import type { Log } from './log'
import type { Outbox } from './outbox'
import { Outline } from './outline'
import type { Parcel } from './parcel'
import { readStateVector } from './read-state-vector'
import { RoomDoc } from './room-doc'
import { RoomLog } from './room-log'
import { type Present, RoomPresence } from './room-presence'
import type { RoomStore, StoredRoom } from './room-store'
import { ownLog } from './scan-update'
import { encodeSync, payloadOf } from './sync-frames'
import { Turn } from './turn'
import { withoutKnownDeletions } from './without-known-deletions'

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

/** More than this in memory only, and the room takes nothing more until the database is back. */
const unstoredBytes = 16 * 1024 * 1024
/** A frame of more parts is applied to a document with an eye on the clock, before anybody sees it. */
const manyParts = 2000
/** A log of more updates is squashed when the room is quiet, of more bytes in any case. */
const longRows = 200
const longTailBytes = 256 * 1024
/** What can be made again from the log goes this long after it was last needed. */
const relaxMs = 10_000

/** `later`: the database is behind, or there was no time for all of it; what was applied stays. */
export type Applied = 'whole' | 'gap' | 'too-large' | 'later'

export type Arrival = { update: Uint8Array; kind: 'step2' | 'update'; maxClients: number }

export class Room {
  readonly name: RoomName
  readonly id: string
  readonly presence = new RoomPresence()
  readonly queue: AppendQueue
  readonly #clock: Clock
  readonly #onPeopleChanged: () => void
  readonly #members = new Set<Member>()
  readonly #log: RoomLog
  readonly #doc: RoomDoc
  readonly #turn = new Turn()
  #isTurnOpen = false
  #outline: Outline | null = null
  #lookedAt = Number.NEGATIVE_INFINITY
  /** Rows in the store, about. */
  #rows: number
  #longFromBytes: number
  /** Rises with every change, so that nobody needs a clock to see one. */
  version = 0
  changedAt: number

  constructor({ name, id, stored, store, clock, log, onPeopleChanged }: RoomOptions) {
    this.name = name
    this.id = id
    this.#clock = clock
    this.#onPeopleChanged = onPeopleChanged
    this.changedAt = clock.now()
    this.#rows = stored.updates.length
    this.#log = new RoomLog(stored.updates)
    if (this.#log.isBroken) {
      log.error({ room: name }, 'the stored log of a room has a gap')
      this.#log = new RoomLog([new RoomDoc(this.#log).healed])
    }
    this.#longFromBytes = Math.max(2 * (stored.updates[0]?.length ?? 0), longTailBytes)
    this.#doc = new RoomDoc(this.#log)
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

  /** Its content, up to date. Only for reading, and only until the next await. */
  get doc(): Y.Doc {
    this.#look()
    return this.#doc.current
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
   * something was missing: of a live update nothing is kept then, because the step 2 that is asked
   * for brings it again; of a step 2 what could be integrated. Throws BadFrame.
   */
  apply({ update, kind, maxClients }: Arrival, author: Member): Applied {
    const shape = checkUpdate(this.#log.clocks, update, maxClients)
    if (shape.gap && kind === 'update') return 'gap'
    if (this.queue.unstoredBytes > unstoredBytes) return 'later'
    if (this.#log.bytes + update.length > limits.roomBytes) return 'too-large'
    if (shape.hasTypes) checkDepth(this.#outlined(), update)
    if (!isPlain(shape)) return this.#applyToDoc(update, shape, author)
    this.#pass(kind === 'step2' ? this.#news(update, shape) : update, shape, author)
    return 'whole'
  }

  /** The server's own writing, for everybody. Answers once it is stored. */
  edit(edit: (doc: Y.Doc) => void): Promise<void> {
    this.#look()
    this.#doc.edit(edit, (updates) => this.#publish(updates, null))
    return this.queue.whenStored()
  }

  /** Whether a reader tries to write. */
  wouldChange({ update, maxClients }: Arrival): boolean {
    const shape = checkUpdate(this.#log.clocks, update, maxClients)
    if (shape.ends.size > 0 || shape.gap) return true
    if (isNothing(this.#news(update, shape))) return false
    // Yjs deletes on its own, too, what nobody said is deleted.
    return changesAnything(this.doc, update, maxClients)
  }

  /** For whoever has `stateVector`; the last frame ends the sync. Throws BadFrame for one nobody honest sends. */
  answerStep1(stateVector: Uint8Array): Parcel {
    this.#lookedAt = this.#clock.now()
    return this.#log.answer(readStateVector(this.#log.clocks.writers, stateVector))
  }

  step1(): Uint8Array {
    return encodeSync(syncKinds.step1, this.#log.clocks.encode())
  }

  /** What `member`, who read too slowly to be told everything, has missed since `position`. */
  since(position: number): Parcel {
    return this.#log.since(position)
  }

  sendPresence(frame: Uint8Array, author: Member): void {
    this.#turn.setPresence(frame, author)
    this.#tellAtEndOfTurn()
  }

  /** `whole` is in the store in place of at least the first `upTo` updates the queue has stored. */
  squashed(whole: Uint8Array, upTo: number): void {
    this.#rows = 1 + this.queue.added - upTo
    this.#doc.catchUp()
    this.#log.squash(whole, upTo)
    this.#longFromBytes = this.#log.bytes + Math.max(whole.length, longTailBytes)
  }

  /** So much has come since the last squash that whoever opens it notices. */
  get isLong(): boolean {
    return this.#rows > longRows || this.isVeryLong
  }

  /** Even while people type. */
  get isVeryLong(): boolean {
    return this.#log.bytes > this.#longFromBytes
  }

  /** Should it fail, as much again may come before it is tried again. */
  squashIsTried(): void {
    this.#rows = 1
    this.#longFromBytes = this.#log.bytes + Math.max(this.#log.bytes, longTailBytes)
  }

  /** Lets go of what nobody has needed for a while. */
  relax(): void {
    if (this.#clock.now() - this.#lookedAt < relaxMs) return
    this.#lookedAt = Number.POSITIVE_INFINITY
    this.letGo()
  }

  letGo(): void {
    this.#doc.letGo()
    this.#log.relax()
    this.#outline = null
  }

  /** The bytes themselves: what passes the checks, every Yjs can read. */
  #pass(update: Uint8Array, shape: UpdateShape, author: Member): void {
    if (isNothing(update)) return
    this.#add(encodeSync(syncKinds.update, update), shape.ends, author)
  }

  /** What was seen before, forks, is very much, or leaves a gap, only Yjs can tell apart. */
  #applyToDoc(update: Uint8Array, { known }: UpdateShape, author: Member): Applied {
    checkSameContent(this.doc, update, known)
    const { updates, result } = this.#doc.apply(update)
    this.#publish(updates, author)
    return result
  }

  #publish(updates: readonly Uint8Array[], author: Member | null): void {
    for (const update of updates) {
      const { ends } = checkUpdate(this.#log.clocks, update, ownLog)
      this.#add(encodeSync(syncKinds.update, update), ends, author)
    }
    this.#doc.isInLog()
  }

  #add(frame: Uint8Array, ends: UpdateShape['ends'], author: Member | null): void {
    this.#turn.add(frame, author)
    this.#log.add(frame, ends)
    const update = payloadOf(frame)
    this.#outline?.take(update)
    this.queue.add(update, author?.person.id ?? null)
    this.#rows++
    this.version++
    this.changedAt = this.#clock.now()
    this.#tellAtEndOfTurn()
  }

  #tellAtEndOfTurn(): void {
    if (this.#isTurnOpen) return
    this.#isTurnOpen = true
    this.#clock.endOfTurn(() => this.#endTurn())
  }

  #endTurn(): void {
    this.#isTurnOpen = false
    const position = this.#log.end - this.#turn.updates
    const parcel = this.#turn.take()
    for (const member of this.#members) member.outbox.pass(parcel, member, position)
  }

  #news(update: Uint8Array, shape: UpdateShape): Uint8Array {
    if (shape.deletions === 0) return update
    return withoutKnownDeletions(this.#outlined(), update, shape.deletionsAt)
  }

  #outlined(): Outline {
    this.#look()
    if (this.#outline) return this.#outline
    this.#outline = new Outline()
    for (const update of this.#log.updates()) this.#outline.take(update)
    return this.#outline
  }

  #look(): void {
    this.#lookedAt = this.#clock.now()
  }

  #tellStored(): void {
    for (const member of this.#members) member.tellStored()
  }
}

/** Nothing in it was seen before, nothing is missing, it is as Yjs writes it, and not so much that it could stall. */
const isPlain = ({ gap, known, isSorted, structs, deletions }: UpdateShape) =>
  !gap && known.length === 0 && isSorted && structs + deletions <= manyParts

/** No structs, no deletions. */
const isNothing = (update: Uint8Array) => update.length === 2 && update[0] === 0 && update[1] === 0
