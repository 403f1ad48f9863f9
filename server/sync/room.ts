/** One room while people are in it: pass on, store, and nobody is told "stored" too early. */
import { refuse } from '@atelier/shared/refusals'
import { roomBytesOf } from '@atelier/shared/sync/limits'
import type { PresentPerson } from '@atelier/shared/sync/messages'
import { parseRoomName, type RoomName } from '@atelier/shared/sync/room-name'
import type * as Y from 'yjs'
import { type AppendHouse, AppendQueue } from './append-queue'
import { noBus } from './bus'
import { CatchUp, takeInAnyOrder } from './catch-up'
import type { Clock } from './clock'
import { nextFillAt, tellFill } from './fill'
import { longFrom, longRows } from './long-log'
import type { Member } from './member'
import { type Neighbourhood, Neighbours } from './neighbours'
import type { ToldUpdate } from './node-messages'
import type { Parcel } from './parcel'
import { type Applied, type Arrival, RoomContent } from './room-content'
import type { RoomHouse } from './room-house'
import { RoomPresence } from './room-presence'
import type { StoredRoom, StoredUpdate } from './room-store'
import { payloadOf } from './sync-frames'
import { Turn } from './turn'

/** More than this in memory only, and the room takes nothing more until the database is back. */
const unstoredBytes = 16 * 1024 * 1024
/** A server has many, most of them quiet: what only busy ones need is made when they need it. */
export class Room implements Neighbourhood, AppendHouse {
  readonly name: RoomName
  readonly id: string
  readonly content: RoomContent
  readonly queue: AppendQueue
  readonly #house: RoomHouse
  #presence: RoomPresence | null = null
  readonly #members = new Set<Member>()
  /** The same room on other nodes; null on a server that is alone. */
  readonly #neighbours: Neighbours | null
  /** What happens now, until everybody is told. */
  #turn: Turn | null = null
  #ownStored = 0
  #catchUp: CatchUp | null = null
  /** Rows in the store, about. */
  #rows: number
  #longFromBytes: number
  /** At so many bytes everybody is told how full the room is. */
  #tellFillAt: number
  /** Rises with every change, so that nobody needs a clock to see one. */
  version = 0
  changedAt: number

  constructor(name: RoomName, id: string, stored: StoredRoom, house: RoomHouse) {
    const { bus, clock, log } = house
    const updates = stored.updates.map(({ update }) => update)
    this.name = name
    this.id = id
    this.#house = house
    this.changedAt = clock.now()
    this.#rows = updates.length
    const limitBytes = roomBytesOf(parseRoomName(name)?.kind)
    this.content = new RoomContent(updates, clock, {
      limitBytes,
      onGap: () => log.error({ room: name }, 'the stored log of a room has a gap'),
      forgets: house.isConfidential(name),
    })
    this.#longFromBytes = longFrom({ bytes: updates[0]?.length ?? 0, limitBytes })
    this.#tellFillAt = nextFillAt(this.content)
    this.queue = new AppendQueue(this)
    this.#neighbours = bus === noBus ? null : new Neighbours({ bus, name, room: this, clock, log })
  }

  get clock(): Clock {
    return this.#house.clock
  }

  get presence(): RoomPresence {
    this.#presence ??= new RoomPresence()
    return this.#presence
  }

  get isEmpty(): boolean {
    return this.#members.size === 0
  }

  /** Nobody else stores what is not known here. */
  get isAlone(): boolean {
    return this.#neighbours === null
  }

  enter(member: Member): void {
    this.#members.add(member)
    this.#house.onPeopleChanged(this.name)
  }

  leave(member: Member): void {
    if (!this.#members.delete(member)) return
    const gone = this.#presence?.leave(member)
    if (gone) this.sendPresence(gone, member)
    this.#house.onPeopleChanged(this.name)
  }

  /** Each person once. */
  people(): PresentPerson[] {
    return [...new Map([...this.#members].map(({ person }) => [person.id, person])).values()]
  }

  /** Takes what `author` wrote: to the others at once, then to the store. Throws BadFrame. */
  apply(arrival: Arrival, author: Member): Applied {
    if (this.queue.isGone || this.queue.unstoredBytes > unstoredBytes) return 'later'
    const { applied, frames } = this.content.take(arrival)
    this.#publish(frames, author)
    return applied
  }

  /**
   * The server's own writing, for everybody; `personId` whom it is put down to. Answers once it is stored,
   * and refuses where the room is gone.
   */
  async edit(edit: (doc: Y.Doc) => void, personId: string | null): Promise<void> {
    if (this.queue.isGone) refuse('not-found')
    this.content.edit(edit, (frames) => this.#publish(frames, null, personId))
    await this.queue.whenStored()
    if (this.queue.isGone) refuse('not-found')
  }

  /** What a member, who read too slowly to be told everything, has missed since `position`. */
  since(position: number): Parcel {
    return this.content.since(position)
  }

  /** Where somebody here points: to everybody else. */
  sendPresence(frame: Uint8Array, author: Member): void {
    this.#neighbours?.addPresence(frame)
    this.#inTurn((turn) => turn.setPresence(frame, author))
  }

  /** `whole` is in the store in place of at least the first `upTo` updates the queue has stored. */
  squashed(whole: Uint8Array, upTo: number): void {
    // It may hold what other nodes have stored and nobody here has heard of.
    if (this.#neighbours && !this.#takeStored({ update: whole, personId: null })) {
      this.catchUp()
      return
    }
    this.#rows = 1 + this.queue.added - upTo
    this.content.squash(whole, upTo)
    this.#longFromBytes = longFrom(this.content, whole.length)
    this.#tellFill()
  }

  /** So much has come since the last squash that whoever opens it notices. */
  get isLong(): boolean {
    return this.#rows > longRows || this.isVeryLong
  }

  /** Even while people type. */
  get isVeryLong(): boolean {
    return this.content.bytes > this.#longFromBytes
  }

  /** Should it fail, as much again may come before it is tried again. */
  squashIsTried(): void {
    this.#rows = 1
    this.#longFromBytes = longFrom(this.content)
  }

  /** Now and then. */
  beat(): void {
    this.content.relax()
    if (this.#presence?.isEmpty) this.#presence = null
    this.#neighbours?.beat()
  }

  /** Nobody needs it any more. */
  close(): void {
    this.#neighbours?.leave()
    this.#catchUp?.close()
    this.content.letGo()
  }

  takeFrom({ update, personId }: ToldUpdate, committed: Promise<void>): boolean {
    const { applied, frames } = this.content.takeChecked(update, 'update')
    for (const frame of frames) this.#pass(frame, null, personId, committed)
    return applied === 'whole'
  }

  hearPresence(node: string, frame: Uint8Array): void {
    const forOthers = this.presence.hearFrom(node, frame)
    if (forOthers) this.#inTurn((turn) => turn.setPresence(forOthers, forOthers))
  }

  nodeIsGone(node: string): void {
    const gone = this.presence.nodeIsGone(node)
    if (gone) this.#inTurn((turn) => turn.setPresence(gone, gone))
    // What it committed last may not have been heard.
    this.catchUp()
  }

  introduce(): void {
    this.#neighbours?.endTurn()
    this.#neighbours?.tellAgain(this.queue.unstored())
    this.#neighbours?.tellPresence([this.presence.allHere()])
  }

  catchUp(then?: () => void): void {
    this.#catchUp ??= new CatchUp({
      read: () => this.readStore(),
      clock: this.clock,
      onTrouble: (error) =>
        this.#house.log.error({ err: error, room: this.name }, 'could not read a log again'),
    })
    this.#catchUp.ask(then)
  }

  append(update: Uint8Array, personId: string | null): Promise<void> {
    return this.#house.store.append(this.id, update, personId)
  }

  onStored(): void {
    for (const member of this.#members) member.tellStored()
    if (!this.#turn) this.#tellNeighboursStored()
  }

  onGone(): void {
    this.#house.onGone(this.name)
  }

  onAppendTrouble(error: unknown, retryMs: number): void {
    const details = { err: error, room: this.name, retryMs }
    this.#house.log.error(details, 'could not store an update, trying again')
  }

  /** Takes what is stored, whether or not other nodes were heard. Rejects when some of it builds on what is not there yet. */
  async readStore(): Promise<void> {
    const stored = await this.#house.store.load(this.id)
    takeInAnyOrder(stored?.updates ?? [], (one) => this.#takeStored(one))
  }

  #takeStored({ update, personId }: StoredUpdate): boolean {
    const { applied, frames } = this.content.takeChecked(update, 'step2')
    for (const frame of frames) this.#pass(frame, null, personId, Promise.resolve())
    return applied === 'whole'
  }

  #publish(frames: Uint8Array[], author: Member | null, by = authorOf(author)): void {
    for (const frame of frames) {
      this.#neighbours?.add({ update: payloadOf(frame), personId: by })
      this.#pass(frame, author, by, null)
    }
  }

  #pass(
    frame: Uint8Array,
    author: Member | null,
    personId: string | null,
    elsewhere: Promise<void> | null,
  ): void {
    const update = payloadOf(frame)
    this.queue.add(update, personId, elsewhere)
    this.#rows++
    this.version++
    this.changedAt = this.clock.now()
    this.#inTurn((turn) => turn.add(frame, author))
    this.#house.onWritten(this.name, update, personId)
  }

  #inTurn(add: (turn: Turn) => void): void {
    const hasBegun = this.#turn !== null
    const turn = this.#turn ?? new Turn()
    this.#turn = turn
    add(turn)
    if (!hasBegun) this.clock.endOfTurn(() => this.#end(turn))
  }

  #end(turn: Turn): void {
    this.#turn = null
    const position = this.content.end - turn.updates
    const parcel = turn.parcel()
    for (const member of this.#members) member.outbox.pass(parcel, member, position)
    if (this.content.bytes >= this.#tellFillAt) this.#tellFill()
    this.#neighbours?.endTurn()
    this.#tellNeighboursStored()
  }

  #tellFill(): void {
    const next = nextFillAt(this.content)
    if (next !== this.#tellFillAt) tellFill(this.content, this.#members)
    this.#tellFillAt = next
  }

  /** Never before they were told of it. */
  #tellNeighboursStored(): void {
    if (!this.#neighbours || this.queue.ownStored === this.#ownStored) return
    this.#ownStored = this.queue.ownStored
    this.#neighbours.tellStored(this.#ownStored)
  }
}

/** A guest has no account that something could be put down to. */
const authorOf = (author: Member | null): string | null =>
  author && !author.person.guest ? author.person.id : null
