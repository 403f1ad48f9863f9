/** What arrives by one socket: never faster than its share, and held while nothing may be handled. */
import { limits } from '@atelier/shared/sync/limits'
import type { Clock } from './clock'
import type { Socket } from './socket'

/** Room for a paste, a long offline day and a replayed history; a flood is slowed down to the rate. */
const msPerFrame = 1 / 3
const frameBurstMs = 10_000 * msPerFrame
const msPerByte = 1 / (4 * 1024 * 1.024)
const byteBurstMs = 32 * 1024 * 1024 * msPerByte
const heldFrames = 5000
const heldBytes = 2 * limits.frameBytes

export class Inbox {
  isPaused = false
  readonly #socket: Socket
  readonly #clock: Clock
  /** Until when what has arrived would have taken at the rate; ahead of now by a burst at most. */
  #framesTakeUntil = 0
  #bytesTakeUntil = 0
  #held: Uint8Array[] | null = null
  #heldBytes = 0

  constructor(socket: Socket, clock: Clock) {
    this.#socket = socket
    this.#clock = clock
  }

  /** Stops reading for a while when this connection has had more than its share. */
  charge(frames: number, bytes: number): void {
    const now = this.#clock.now()
    this.#framesTakeUntil = Math.max(this.#framesTakeUntil, now) + frames * msPerFrame
    this.#bytesTakeUntil = Math.max(this.#bytesTakeUntil, now) + bytes * msPerByte
    const overMs = Math.max(
      this.#framesTakeUntil - now - frameBurstMs,
      this.#bytesTakeUntil - now - byteBurstMs,
    )
    if (overMs <= 0 || this.isPaused) return
    this.isPaused = true
    this.#socket.pause()
    this.#clock.after(overMs, () => {
      this.isPaused = false
      this.#socket.resume()
    })
  }

  /** False when more is held than anybody honest sends before they are let in. */
  hold(frame: Uint8Array): boolean {
    this.#held ??= []
    this.#held.push(frame)
    this.#heldBytes += frame.length
    return this.#heldBytes <= heldBytes && this.#held.length <= heldFrames
  }

  next(): Uint8Array | undefined {
    const frame = this.#held?.shift()
    if (frame) this.#heldBytes -= frame.length
    else this.#held = null
    return frame
  }

  clear(): void {
    this.#held = null
    this.#heldBytes = 0
  }
}
