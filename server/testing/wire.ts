import type { Parcel as SentParcel } from '../sync/parcel'
import type { Socket, SocketEvents } from '../sync/socket'

export type ClientEnd = {
  onFrame(frame: Uint8Array): void
  onClose(code: number, reason: string): void
}

type Parcel = { to: 'server' | 'client'; data: Uint8Array | string }

/** A websocket without a network, whose frames the test can hold back, drop and let go. */
export class Wire implements Socket {
  unsentBytes = 0
  isPaused = false
  pings = 0
  isOpen = true
  /** What becomes of a frame on its way to the server: lost, doubled, behind the next one. */
  fate: () => 'arrives' | 'lost' | 'doubled' | 'late' = () => 'arrives'
  /** Whether the client's end answers pings. */
  answersPings = true
  readonly held: Parcel[] = []
  #server: SocketEvents | null = null
  #client: ClientEnd | null = null
  #isHolding = false
  #isReading = true
  #isDelivering = false
  #late: Uint8Array | string | null = null

  connect(client: ClientEnd, serve: (socket: Socket) => SocketEvents): void {
    this.#client = client
    this.#server = serve(this)
    this.#pump()
  }

  /** From here on nothing arrives anywhere. */
  hold(): void {
    this.#isHolding = true
  }

  /** The client takes nothing more from the network: what is sent to it piles up at the server. */
  readsNothing(): void {
    this.#isReading = false
  }

  /** Lets go what was held back, and what follows. */
  deliver(): void {
    this.#isHolding = false
    this.#pump()
  }

  sendToServer(data: Uint8Array | string): void {
    if (!this.isOpen) return
    const [late, fate] = [this.#late, this.fate()]
    this.#late = fate === 'late' ? data : null
    if (fate === 'arrives' || fate === 'doubled') this.#put({ to: 'server', data })
    if (fate === 'doubled') this.#put({ to: 'server', data })
    if (late !== null) this.#put({ to: 'server', data: late })
  }

  /** The line goes dead; what was under way is lost. */
  cut(): void {
    if (!this.isOpen) return
    this.isOpen = false
    this.held.length = 0
    this.#server?.onClose()
    this.#client?.onClose(1006, '')
  }

  send(frame: Uint8Array): void {
    if (!this.isOpen) return
    if (this.#isReading) this.#put({ to: 'client', data: frame })
    else this.unsentBytes += frame.length
  }

  sendAll(parcel: SentParcel): void {
    for (const frame of parcel.frames) this.send(frame)
  }

  together(work: () => void): void {
    work()
  }

  /** The client reads again: all that piled up is gone, and the server hears of it. */
  readsAgain(): void {
    this.#isReading = true
    this.unsentBytes = 0
    this.#server?.onDrain()
  }

  close(code: number, reason: string): void {
    if (!this.isOpen) return
    this.#isHolding = false
    this.#pump()
    this.isOpen = false
    this.#client?.onClose(code, reason)
    this.#server?.onClose()
  }

  terminate(): void {
    this.cut()
  }

  ping(): void {
    this.pings++
    if (this.answersPings) this.#server?.onPong()
  }

  pause(): void {
    this.isPaused = true
  }

  resume(): void {
    this.isPaused = false
  }

  #put(parcel: Parcel): void {
    this.held.push(parcel)
    this.#pump()
  }

  /** One frame at a time: an answer never overtakes what it answers. */
  #pump(): void {
    if (this.#isHolding || this.#isDelivering || !this.#server) return
    this.#isDelivering = true
    while (this.held.length > 0 && !this.#isHolding) {
      const { to, data } = this.held.shift() as Parcel
      if (to === 'server') this.#server.onMessage(data)
      else this.#client?.onFrame(data as Uint8Array)
    }
    this.#isDelivering = false
  }
}
