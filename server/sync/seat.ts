/** One connection's place in an open room: what it may do, and what it has been told. */
import { limits } from '@atelier/shared/sync/limits'
import {
  type Access,
  encodeRefused,
  encodeStored,
  encodeWelcome,
  type PresentPerson,
} from '@atelier/shared/sync/messages'
import { BadFrame } from './bad-frame'
import { isFilling, tellFill } from './fill'
import { FrameLedger } from './frame-ledger'
import type { Line } from './line'
import type { Member } from './member'
import { Outbox } from './outbox'
import type { Room } from './room'
import type { Arrival } from './room-content'
import type { Present } from './room-presence'
import { type Heard, readFrame } from './sync-frames'

export type SeatOptions = {
  line: Line
  room: Room
  person: PresentPerson
  sessionId: string
  mayWrite: boolean
}

/** How often in a row a client may answer our step 1 with something that still leaves a gap. */
const healsInARow = 4

/** Before a reader is refused what only this node may not know: at once, and when others have had time to store it. */
const looksAfterMs = [0, 3000]

/** A client gives up a line on which nothing comes back for half a minute. */
const echoAfterMs = 5000

type UpdateKind = Arrival['kind']

export class Seat implements Member {
  readonly outbox: Outbox
  readonly sessionId: string
  person: PresentPerson
  readonly #room: Room
  readonly #line: Line
  readonly #ledger = new FrameLedger()
  readonly #mayWrite: boolean
  /** Step 1 sent and not answered yet. */
  #asked = 0
  #failedHeals = 0
  #hasShownItself = false
  /** Into the store, since a step 2 of a reader held nothing new. */
  #looks = 0
  #hasLeft = false

  constructor({ line, room, person, sessionId, mayWrite }: SeatOptions) {
    this.#line = line
    this.#room = room
    this.outbox = new Outbox(line)
    this.sessionId = sessionId
    this.person = person
    this.#mayWrite = mayWrite
  }

  /** `reload`: the client is older than the content, and reads only until it reloads (S14). */
  enter(reload: boolean): void {
    const access: Access = this.#mayWrite ? 'write' : 'read'
    this.outbox.send(encodeWelcome({ access, reload, me: this.person }))
    this.#room.enter(this)
    const { content } = this.#room
    if (isFilling(content)) tellFill(content, [this])
    // An older connection of the same tab may still be listed; who it is shows in its first frame.
    this.#showOthers((other) => other.sessionId !== this.sessionId)
  }

  leave(): void {
    this.#hasLeft = true
    this.#room.leave(this)
  }

  rename(person: PresentPerson): void {
    this.person = person
    const frame = this.#room.presence.restamp(this)
    if (frame) this.#room.sendPresence(frame, this)
  }

  /** They have read all there was: what they missed meanwhile comes now. */
  catchUp(): void {
    const missed = this.outbox.catchUp()
    if (!missed) return
    if (missed.updatesFrom !== null) this.outbox.answer(this.#room.since(missed.updatesFrom))
    this.outbox.send(this.#room.presence.allSince((other) => other !== this))
  }

  tellStored(): void {
    const frames = this.#ledger.advance(this.#room.queue.stored)
    if (frames !== null) this.outbox.send(encodeStored(frames))
  }

  /** Throws BadFrame for what must end the connection. */
  receive(frame: Uint8Array): void {
    const heard = readFrame(frame)
    switch (heard.kind) {
      case 'step1':
        this.#answerStep1(heard.payload)
        break
      case 'step2':
      case 'update':
        this.#receiveUpdate(heard)
        break
      case 'presence':
        this.#receivePresence(heard.payload)
        break
      case 'queryPresence':
        this.#showOthers((other) => other !== this)
        break
      case 'unknown':
        if (!this.#mayWrite) this.#refuse('read-only')
        throw new BadFrame('unknown kind')
    }
  }

  #answerStep1(stateVector: Uint8Array): void {
    const answer = this.#room.content.answerStep1(stateVector)
    this.#line.charge(answer.bytes)
    this.outbox.answer(answer)
  }

  #receiveUpdate({ payload: update, kind, nth }: Heard & { kind: UpdateKind }): void {
    const order = this.#ledger.receive(nth)
    if (kind === 'step2' && this.#asked > 0) this.#asked--
    const maxClients = kind === 'step2' ? limits.clientsPerStep2 : limits.clientsPerUpdate
    const arrival = { update, kind, maxClients }
    if (!this.#mayWrite) this.#read(arrival)
    // What came twice is counted already, and what came late is owed.
    else if (order === 'again') this.#room.apply(arrival, this)
    else this.#write(arrival, order)
    this.tellStored()
  }

  #write(arrival: Arrival, order: 'next' | 'hole'): void {
    switch (this.#room.apply(arrival, this)) {
      case 'whole':
        // A step 2 holds what was in the hole, too.
        if (order === 'hole' && arrival.kind === 'update') this.#owe(arrival.kind)
        else this.#count(arrival.kind)
        break
      case 'gap':
        this.#owe(arrival.kind)
        break
      case 'too-large':
        this.#ledger.owe()
        this.#refuse('too-large')
        break
      case 'later':
        this.#line.end('loadFailed')
        break
    }
  }

  /** Even what is nothing new waits for the whole queue: another connection may have brought it. */
  #count(kind: UpdateKind): void {
    const { added } = this.#room.queue
    if (kind === 'update') {
      this.#ledger.count(added)
    } else {
      this.#failedHeals = 0
      this.#ledger.heal(added)
    }
  }

  #owe(kind: UpdateKind): void {
    this.#ledger.owe()
    if (kind === 'step2' && ++this.#failedHeals > healsInARow) {
      throw new BadFrame('a gap that never heals')
    }
    if (this.#asked === 0) this.askForMissing()
  }

  /** For what the client has and the room lacks. */
  askForMissing(): void {
    this.#asked++
    this.outbox.send(this.#room.content.step1())
  }

  #read(arrival: Arrival): void {
    if (arrival.kind === 'step2' && !this.#room.content.wouldChange(arrival)) {
      this.#looks = 0
      this.#ledger.heal(this.#room.queue.added)
      return
    }
    this.#ledger.owe()
    const afterMs = looksAfterMs[this.#looks]
    if (arrival.kind === 'update' || this.#room.isAlone || afterMs === undefined)
      this.#refuse('read-only')
    else this.#lookFirst(arrival, afterMs)
  }

  /** They may have it from another node, which has stored it, and this one has not heard of it yet (S4, S17). */
  #lookFirst(arrival: Arrival, afterMs: number): void {
    this.#looks++
    this.#line.charge(this.#room.content.bytes)
    const frame = this.#ledger.received
    const judge = () => {
      // What came meanwhile is judged by itself, and holds all this did.
      if (this.#hasLeft || this.#ledger.received !== frame) return
      this.#line.hearNow(() => {
        this.#read(arrival)
        this.tellStored()
      })
    }
    const look = () => !this.#hasLeft && this.#room.catchUp(judge)
    if (afterMs === 0) look()
    else this.#room.clock.after(afterMs, look)
  }

  #refuse(reason: 'read-only' | 'too-large'): void {
    this.outbox.send(encodeRefused(this.#ledger.received, reason))
  }

  #receivePresence(payload: Uint8Array): void {
    const heard = this.#room.presence.hear(this, payload)
    if (!heard) return
    this.#room.sendPresence(heard.forOthers, this)
    if (this.outbox.quietMs >= echoAfterMs) this.outbox.send(heard.echo)
    if (this.#hasShownItself) return
    this.#hasShownItself = true
    this.#showOthers((other) => other.sessionId === this.sessionId && other !== this)
  }

  /** Answered even when there is nobody: clients also ask this to learn whether we are alive. */
  #showOthers(include: (other: Present) => boolean): void {
    this.outbox.send(this.#room.presence.all(include))
  }
}
