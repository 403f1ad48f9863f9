/** What arrives by one socket: never faster than its share, and held while nothing may be handled. */
import { limits } from '@atelier/shared/sync/limits'
import type { Clock } from './clock'
import type { Socket } from './socket'
import { TokenBucket } from './token-bucket'

/** Room for a paste, a long offline day and a replayed history; a flood is slowed down to the rate. */
const frameRate = { perSecond: 3000, burst: 10_000 }
const byteRate = { perSecond: 4 * 1024 * 1024, burst: 32 * 1024 * 1024 }
const heldFrames = 5000
const heldBytes = 2 * limits.frameBytes

export class Inbox {
  isPaused = false
  readonly #socket: Socket
  readonly #clock: Clock
  readonly #frames: TokenBucket
  readonly #bytes: TokenBucket
  #held: Uint8Array[] = []
  #heldBytes = 0

  constructor(socket: Socket, clock: Clock) {
    this.#socket = socket
    this.#clock = clock
    this.#frames = new TokenBucket(frameRate, clock)
    this.#bytes = new TokenBucket(byteRate, clock)
  }

  /** Stops reading for a while when this connection has had more than its share. */
  charge(frames: number, bytes: number): void {
    const waitMs = Math.max(this.#frames.take(frames), this.#bytes.take(bytes))
    if (waitMs === 0 || this.isPaused) return
    this.isPaused = true
    this.#socket.pause()
    this.#clock.after(waitMs, () => {
      this.isPaused = false
      this.#socket.resume()
    })
  }

  /** False when more is held than anybody honest sends before they are let in. */
  hold(frame: Uint8Array): boolean {
    this.#held.push(frame)
    this.#heldBytes += frame.length
    return this.#heldBytes <= heldBytes && this.#held.length <= heldFrames
  }

  next(): Uint8Array | undefined {
    const frame = this.#held.shift()
    this.#heldBytes -= frame?.length ?? 0
    return frame
  }

  clear(): void {
    this.#held = []
    this.#heldBytes = 0
  }
}
