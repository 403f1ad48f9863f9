import type { RoomName } from '@atelier/shared/sync/room-name'
import { upgradeWebSocket } from '@hono/node-server'
import type { Context, Handler } from 'hono'
import type { WebSocket } from 'ws'
import type { Ticket } from '../sync/admission'
import type { Rooms } from '../sync/rooms'
import type { Socket, SocketEvents } from '../sync/socket'

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
    let session: SocketEvents | null = null
    return {
      onOpen(_event, { raw }) {
        const socket = raw as WebSocket
        session = rooms.join(socketOf(socket), knock)
        socket.on('pong', () => session?.onPong())
      },
      onMessage({ data }) {
        session?.onMessage(data instanceof ArrayBuffer ? new Uint8Array(data) : String(data))
      },
      onClose: () => session?.onClose(),
      // A close always follows; without a listener the error would end the process.
      onError: () => session?.onClose(),
    }
  })

const numberIn = (c: Context, name: string) => Number.parseInt(c.req.query(name) ?? '', 10)

function socketOf(socket: WebSocket): Socket {
  const isOpen = () => socket.readyState === socket.OPEN
  return {
    get unsentBytes() {
      return socket.bufferedAmount
    },
    send(frame) {
      if (isOpen()) socket.send(frame)
    },
    close: (code, reason) => socket.close(code, reason),
    terminate: () => socket.terminate(),
    ping() {
      if (isOpen()) socket.ping()
    },
    pause: () => socket.pause(),
    resume: () => socket.resume(),
  }
}
