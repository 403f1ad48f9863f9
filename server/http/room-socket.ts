import type { Socket as TcpSocket } from 'node:net'
import type { RoomName } from '@atelier/shared/sync/room-name'
import { type HttpBindings, upgradeWebSocket } from '@hono/node-server'
import type { Context, Handler } from 'hono'
import type { WebSocket } from 'ws'
import type { Knock, Ticket } from '../sync/admission'
import type { Parcel } from '../sync/parcel'
import type { Rooms } from '../sync/rooms'
import type { Socket, SocketEvents } from '../sync/socket'
import { packFrames } from './pack-frames'

export type RoomSocketDeps = {
  rooms: Pick<Rooms, 'join'>
  ticketOf: (c: Context) => Promise<Ticket | null>
}

/**
 * `GET /ws/rooms/:room?wire=…&content=…`. Always accepted, and closed with a code when there is
 * nothing to join: a browser sees no HTTP status here and would try for ever.
 */
export const roomSocket = ({ rooms, ticketOf }: RoomSocketDeps): Handler =>
  upgradeWebSocket(async (c) => {
    const ticket = await ticketOf(c)
    const room = (c.req.param('room') ?? '') as RoomName
    const knock = { room, ticket, wire: numberIn(c, 'wire'), content: numberIn(c, 'content') }
    const tcp = (c.env as HttpBindings).incoming.socket
    return { onOpen: (_event, { raw }) => takeOver(raw as WebSocket, tcp, rooms, knock) }
  })

/**
 * The framework's own listeners hold on to a whole request for as long as somebody is here, and
 * cost more than what they tell of. It adds them right after this call; nothing comes in between.
 */
function takeOver(socket: WebSocket, tcp: TcpSocket, rooms: RoomSocketDeps['rooms'], knock: Knock) {
  const own = socket.listeners('close')
  const session = rooms.join(new RoomSocket(socket, tcp), knock)
  queueMicrotask(() => {
    socket.removeAllListeners('message')
    socket.removeAllListeners('error')
    for (const listener of socket.listeners('close') as (() => void)[]) {
      if (!own.includes(listener)) socket.off('close', listener)
    }
    listen(socket, tcp, session)
  })
}

const seated = Symbol('session')
type Seated<Kind> = Kind & { [seated]?: SocketEvents }

/** The same functions for everybody: with closures of their own, sockets would weigh a third more. */
function listen(socket: Seated<WebSocket>, tcp: Seated<TcpSocket>, session: SocketEvents) {
  socket[seated] = session
  tcp[seated] = session
  socket.on('message', onMessage)
  socket.on('pong', onPong)
  socket.on('close', onClose)
  // A close always follows; without a listener the error would end the process.
  socket.on('error', onClose)
  tcp.on('drain', onDrain)
}

function onMessage(this: Seated<WebSocket>, data: Buffer, isBinary: boolean) {
  this[seated]?.onMessage(isBinary ? data : data.toString())
}

function onPong(this: Seated<WebSocket>) {
  this[seated]?.onPong()
}

function onClose(this: Seated<WebSocket>) {
  this[seated]?.onClose()
}

function onDrain(this: Seated<TcpSocket>) {
  this[seated]?.onDrain()
}

const numberIn = (c: Context, name: string) => Number.parseInt(c.req.query(name) ?? '', 10)

/** Frames for many are packed once, and written past the websocket: it does the same, one by one. */
class RoomSocket implements Socket {
  readonly #socket: WebSocket
  readonly #tcp: TcpSocket

  constructor(socket: WebSocket, tcp: TcpSocket) {
    this.#socket = socket
    this.#tcp = tcp
  }

  get unsentBytes(): number {
    return this.#tcp.writableLength
  }

  send(frame: Uint8Array): void {
    if (this.#isOpen) this.#socket.send(frame)
  }

  sendAll(parcel: Parcel): void {
    if (!this.#isOpen) return
    parcel.packed ??= packFrames(parcel.frames)
    const pieces = parcel.packed as Uint8Array[]
    if (pieces.length > 1) this.#tcp.cork()
    for (const piece of pieces) this.#tcp.write(piece)
    if (pieces.length > 1) this.#tcp.uncork()
  }

  together(work: () => void): void {
    this.#tcp.cork()
    try {
      work()
    } finally {
      this.#tcp.uncork()
    }
  }

  close(code: number, reason: string): void {
    this.#socket.close(code, reason)
  }

  terminate(): void {
    this.#socket.terminate()
  }

  ping(): void {
    if (this.#isOpen) this.#socket.ping()
  }

  pause(): void {
    this.#socket.pause()
  }

  resume(): void {
    this.#socket.resume()
  }

  get #isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN
  }
}
