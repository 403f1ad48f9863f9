/** What arrives by one socket: never faster than its share, and held while nothing may be handled. */
import { limits } from '@atelier/shared/sync/limits'
import type { Clock } from './clock'
import type { Socket } from './socket'

/** Room for a paste, a long offline day and a replayed history; a flood is slowed down to the rate. */
const msPerFrame = 1 / 10
const frameBurstMs = 20_000 * msPerFrame
const msPerByte = 1 / (4 * 1024 * 1.024)
const byteBurstMs = 32 * 1024 * 1024 * msPerByte
const heldFrames = 5000
const heldBytes = 2 * limits.frameBytes
/** After so many frames it is the turn of others, however much has arrived. */
const framesPerTurn = 128

export class Inbox {
  /** By the rate. */
  isPaused = false
  readonly #socket: Socket
  readonly #clock: Clock
  readonly #owner: { goOn(): void }
  #leftThisTurn = framesPerTurn
  #isResting = false
  /** Until when what has arrived would have taken at the rate; ahead of now by a burst at most. */
  #framesTakeUntil = 0
  #bytesTakeUntil = 0
  #held: Uint8Array[] | null = null
  #heldBytes = 0

  /** `goOn` is called when held frames may be handled after others have had their turn. */
  constructor(socket: Socket, clock: Clock, owner: { goOn(): void }) {
    this.#socket = socket
    this.#clock = clock
    this.#owner = owner
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
      this.#resume()
    })
  }

  /** Whether what has just arrived may be handled now, before anything that is held. */
  takesNow(): boolean {
    if (this.#held !== null || this.#leftThisTurn === 0) return false
    this.#leftThisTurn--
    return true
  }

  /** False when more is held than anybody honest sends before they are let in. */
  hold(frame: Uint8Array): boolean {
    this.#held ??= []
    this.#held.push(frame)
    this.#heldBytes += frame.length
    return this.#heldBytes <= heldBytes && this.#held.length <= heldFrames
  }

  /** The next held frame; none while it is the turn of others. */
  next(): Uint8Array | undefined {
    if (this.#leftThisTurn === 0) {
      this.#rest()
      return undefined
    }
    const frame = this.#held?.shift()
    if (!frame) {
      this.#held = null
      return undefined
    }
    this.#leftThisTurn--
    this.#heldBytes -= frame.length
    return frame
  }

  clear(): void {
    this.#held = null
    this.#heldBytes = 0
  }

  #rest(): void {
    if (this.#isResting) return
    this.#isResting = true
    this.#socket.pause()
    this.#clock.endOfTurn(() => {
      this.#isResting = false
      this.#leftThisTurn = framesPerTurn
      this.#resume()
      this.#owner.goOn()
    })
  }

  #resume(): void {
    if (!this.isPaused && !this.#isResting) this.#socket.resume()
  }
}
