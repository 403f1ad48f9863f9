/** What leaves by one socket, with a bound on what a slow reader may pile up (S8). */
import { limits } from '@atelier/shared/sync/limits'
import type { Line } from './line'
import type { Parcel } from './parcel'

/** Where others are, in any case; and the room's log from `updatesFrom` on, unless that is null. */
export type Missed = { updatesFrom: number | null }

export class Outbox {
  readonly #line: Line
  /** The largest unread answer: a room's whole content may be more than what we else let pile up. */
  #answerBytes = 0
  /** The first update of the room's log this reader was not told of; null for one who keeps up. */
  #missedFrom: number | null = null
  #missedPresence = false
  #sentAt = Number.NEGATIVE_INFINITY

  constructor(line: Line) {
    this.#line = line
  }

  send(frame: Uint8Array): void {
    this.#sentAt = this.#line.now()
    this.#forgetRead()
    if (this.#line.socket.unsentBytes > limits.unsentCloseBytes + this.#answerBytes)
      this.#line.end('tooSlow')
    else this.#line.socket.send(frame)
  }

  /** What a reader asked for, however large; but not a second time before it is read. */
  answer(parcel: Parcel): void {
    this.#sentAt = this.#line.now()
    this.#forgetRead()
    this.#answerBytes = Math.max(this.#answerBytes, parcel.bytes)
    const unread = this.#line.socket.unsentBytes + parcel.bytes
    if (unread > limits.unsentCloseBytes + this.#answerBytes) this.#line.end('tooSlow')
    else this.#line.socket.sendAll(parcel)
  }

  /**
   * What happened in the room, `position` being its first update's place in the log. Who reads too
   * slowly is told nothing more, and all of it later: the log keeps it, not their socket.
   */
  pass(parcel: Parcel, reader: unknown, position: number): void {
    if (this.#missedFrom !== null) return
    this.#forgetRead()
    const unsent = this.#line.socket.unsentBytes - this.#answerBytes
    if (unsent > limits.unsentUpdateBytes) {
      this.#missedFrom = position
      return
    }
    const keepsUp = unsent < limits.unsentPresenceBytes
    if (!keepsUp && parcel.hasPresence) this.#missedPresence = true
    const theirs = parcel.for(reader, keepsUp)
    if (!theirs) return
    this.#sentAt = this.#line.now()
    this.#line.socket.sendAll(theirs)
  }

  /** The reader has read all there was; answers what they have to be told now, which is said once. */
  catchUp(): Missed | null {
    const updatesFrom = this.#missedFrom
    if (updatesFrom === null && !this.#missedPresence) return null
    this.#missedFrom = null
    this.#missedPresence = false
    return { updatesFrom }
  }

  /** For so long nothing has been sent, milliseconds. */
  get quietMs(): number {
    return this.#line.now() - this.#sentAt
  }

  #forgetRead(): void {
    if (this.#answerBytes > 0 && this.#line.socket.unsentBytes < limits.unsentPresenceBytes)
      this.#answerBytes = 0
  }
}
