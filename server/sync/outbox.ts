/** What leaves by one socket, with a bound on what a slow reader may pile up (S8). */
import { limits } from '@atelier/shared/sync/limits'
import type { Socket } from './socket'

export class Outbox {
  readonly #socket: Socket
  readonly #onTooSlow: () => void
  /** A room's whole content may be larger than what we else let pile up. */
  #answerBytes = 0

  constructor(socket: Socket, onTooSlow: () => void) {
    this.#socket = socket
    this.#onTooSlow = onTooSlow
  }

  send(frame: Uint8Array): void {
    const unsent = this.#socket.unsentBytes
    if (unsent < limits.unsentPresenceBytes) this.#answerBytes = 0
    if (unsent > limits.unsentCloseBytes + this.#answerBytes) this.#onTooSlow()
    else this.#socket.send(frame)
  }

  /** A frame the reader asked for, however large. */
  answer(frame: Uint8Array): void {
    this.send(frame)
    this.#answerBytes += frame.length
  }

  /** The next one replaces it anyway, so it is the first to go. */
  sendPresence(frame: Uint8Array): void {
    if (this.#socket.unsentBytes < limits.unsentPresenceBytes + this.#answerBytes) this.send(frame)
  }
}
