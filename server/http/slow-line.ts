/**
 * One line for somebody whose network lets no websocket through: the same frames, over plain requests. What is sent down
 * waits here until the client says that it has it; what comes up is numbered, so that a request sent twice counts once.
 */
import * as encoding from 'lib0/encoding'
import type { Parcel } from '../sync/parcel'
import type { Socket, SocketEvents } from '../sync/socket'

/** `frames` are those after the number asked for, `upTo` the number of the last; `closed` is why there will be no more. */
export type Pulled = { frames: Uint8Array; upTo: number; closed: number | null }

/** How long a request waits for something to tell. Below what proxies wait for. */
const longestPullMs = 20_000

export class SlowLine implements Socket {
  #events: SocketEvents | null = null
  /** Frames that are not known to have arrived; the first has number `#firstAt`. */
  #down: Uint8Array[] = []
  #firstAt = 1
  #unsentBytes = 0
  #heardUpTo = 0
  #closed: number | null = null
  #isPaused = false
  #wake: (() => void)[] = []
  #resumed: (() => void)[] = []
  /** Requests that wait now, each a sign of life. */
  #waiting = 0
  pulledAt: number
  readonly #now: () => number

  constructor(now: () => number = Date.now) {
    this.#now = now
    this.pulledAt = now()
  }

  /** Told of what comes up from now on. */
  listen(events: SocketEvents): void {
    this.#events = events
  }

  get unsentBytes(): number {
    return this.#unsentBytes
  }

  get isClosed(): boolean {
    return this.#closed !== null
  }

  get isWaitedFor(): boolean {
    return this.#waiting > 0
  }

  send(frame: Uint8Array): void {
    if (this.#closed !== null) return
    this.#down.push(frame)
    this.#unsentBytes += frame.length
    this.#wakeAll()
  }

  sendAll(parcel: Parcel): void {
    for (const frame of parcel.frames) this.send(frame)
  }

  together(work: () => void): void {
    work()
  }

  close(code: number): void {
    this.#closed ??= code
    this.#wakeAll()
    this.resume()
  }

  terminate(): void {
    this.close(1006)
  }

  /** A request that waits is the answer. */
  ping(): void {
    if (this.#waiting > 0) this.#events?.onPong()
  }

  pause(): void {
    this.#isPaused = true
  }

  resume(): void {
    this.#isPaused = false
    for (const go of this.#resumed.splice(0)) go()
  }

  /** Nobody asks any more. */
  isLost(): void {
    this.close(1006)
    this.#events?.onClose()
  }

  /** `first` is the number of the first of `frames`. Waits while the room takes nothing. */
  async push(first: number, frames: readonly Uint8Array[]): Promise<void> {
    for (const [i, frame] of frames.entries()) {
      if (this.#isPaused) await new Promise<void>((go) => this.#resumed.push(go))
      if (this.#closed !== null) return
      // What came before is here already; what is missing before it can only come again with it.
      if (first + i !== this.#heardUpTo + 1) continue
      this.#heardUpTo++
      this.#events?.onMessage(frame)
    }
  }

  /** The client has all frames up to `after`. Answers those that follow, as soon as there are any. */
  async pull(after: number, gone: AbortSignal): Promise<Pulled> {
    this.#arrivedUpTo(after)
    this.#events?.onPong()
    if (this.#down.length === 0 && this.#closed === null) await this.#somethingToTell(gone)
    this.pulledAt = this.#now()
    const encoder = encoding.createEncoder()
    for (const frame of this.#down) encoding.writeVarUint8Array(encoder, frame)
    const upTo = this.#firstAt + this.#down.length - 1
    return { frames: encoding.toUint8Array(encoder), upTo, closed: this.#closed }
  }

  #arrivedUpTo(after: number): void {
    const gone = this.#down.splice(0, Math.max(0, after - this.#firstAt + 1))
    if (gone.length === 0) return
    this.#firstAt += gone.length
    for (const frame of gone) this.#unsentBytes -= frame.length
    if (this.#down.length === 0) this.#events?.onDrain()
  }

  async #somethingToTell(gone: AbortSignal): Promise<void> {
    this.#waiting++
    let timer: ReturnType<typeof setTimeout> | undefined
    await new Promise<void>((resolve) => {
      this.#wake.push(resolve)
      timer = setTimeout(resolve, longestPullMs)
      gone.addEventListener('abort', () => resolve(), { once: true })
    })
    clearTimeout(timer)
    this.#waiting--
  }

  #wakeAll(): void {
    for (const go of this.#wake.splice(0)) go()
  }
}
