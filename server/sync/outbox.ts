/** What leaves by one socket, with a bound on what a slow reader may pile up (S8). */
import { limits } from '@atelier/shared/sync/limits'
import type { Socket } from './socket'

export class Outbox {
  readonly #socket: Socket
  readonly #onTooSlow: () => void
  /** The largest unread answer: a room's whole content may be more than what we else let pile up. */
  #answerBytes = 0

  constructor(socket: Socket, onTooSlow: () => void) {
    this.#socket = socket
    this.#onTooSlow = onTooSlow
  }

  send(frame: Uint8Array): void {
    this.#forgetRead()
    if (this.#socket.unsentBytes > limits.unsentCloseBytes + this.#answerBytes) this.#onTooSlow()
    else this.#socket.send(frame)
  }

  /** A frame the reader asked for, however large; but not a second one like it before it is read. */
  answer(frame: Uint8Array): void {
    this.#forgetRead()
    this.#answerBytes = Math.max(this.#answerBytes, frame.length)
    const unread = this.#socket.unsentBytes + frame.length
    if (unread > limits.unsentCloseBytes + this.#answerBytes) this.#onTooSlow()
    else this.#socket.send(frame)
  }

  /** The next one replaces it anyway, so it is the first to go. */
  sendPresence(frame: Uint8Array): void {
    if (this.#socket.unsentBytes < limits.unsentPresenceBytes + this.#answerBytes) this.send(frame)
  }

  #forgetRead(): void {
    if (this.#socket.unsentBytes < limits.unsentPresenceBytes) this.#answerBytes = 0
  }
}
