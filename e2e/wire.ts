/**
 * The network cable of one person: everything their browser says goes through it. It can be
 * pulled, or swallow what is said while it looks like a cable.
 */
import {
  type ClientRequest,
  createServer,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from 'node:http'
import { type AddressInfo, connect, Socket } from 'node:net'
import type { Duplex } from 'node:stream'

export type Wire = {
  /** For a browser context: `{ proxy: { server: wire.address } }`. */
  address: string
  /** Ends every connection at once and lets no new one through. */
  pull(): void
  /** Every connection stays open and new ones are accepted, but nothing gets through. */
  swallow(): void
  /** Pages still come, and every websocket is answered with 403, as by a proxy that knows of none. */
  refuseSockets(): void
  /** After any of these; what was swallowed is delivered late. */
  plugIn(): void
  close(): Promise<void>
}

type Open = Set<Duplex | ClientRequest>

export async function openWire(): Promise<Wire> {
  const open: Open = new Set()
  let state: 'plugged in' | 'pulled' | 'swallowing' | 'refusing' = 'plugged in'
  const late: (() => void)[] = []
  const letThrough = (socket: Socket, carry: () => void) => {
    if (state === 'pulled') socket.destroy()
    else if (state === 'swallowing') late.push(carry)
    else carry()
  }
  const server = createServer((asked, answer) => {
    letThrough(asked.socket, () => carryRequest(open, asked, answer))
  })
  // Browsers open a tunnel for websockets.
  server.on('connect', (asked: IncomingMessage, near: Socket) => {
    if (state === 'refusing') refuseTunnel(near)
    else letThrough(near, () => carryTunnel(open, asked, near))
  })
  server.on('connection', (socket) => remember(open, socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const endAll = () => {
    for (const connection of open) connection.destroy()
  }
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    pull() {
      state = 'pulled'
      late.length = 0
      endAll()
    },
    swallow() {
      state = 'swallowing'
      for (const end of open) if (end instanceof Socket) end.pause()
    },
    refuseSockets() {
      state = 'refusing'
      endAll()
    },
    plugIn() {
      state = 'plugged in'
      for (const end of open) if (end instanceof Socket) end.resume()
      for (const carry of late.splice(0)) carry()
    },
    close: () => closeServer(server, endAll),
  }
}

function carryRequest(open: Open, asked: IncomingMessage, answer: ServerResponse) {
  const { method, headers } = asked
  const onward = request(asked.url ?? '', { method, headers }, (answered) => {
    answer.writeHead(answered.statusCode ?? 502, answered.headers)
    answered.pipe(answer)
  })
  remember(open, onward)
  onward.once('error', () => asked.socket.destroy())
  // Who goes away before all of it has come has gone away there, too.
  answer.once('close', () => answer.writableFinished || onward.destroy())
  asked.pipe(onward)
}

function carryTunnel(open: Open, asked: IncomingMessage, near: Socket) {
  const [host, port] = (asked.url ?? '').split(':')
  const far = connect(Number(port), host, () => {
    near.write('HTTP/1.1 200 OK\r\n\r\n')
    near.pipe(far).pipe(near)
  })
  for (const [end, other] of [[near, far] as const, [far, near] as const]) {
    remember(open, end)
    end.once('error', () => other.destroy())
    end.once('close', () => other.destroy())
  }
}

function refuseTunnel(near: Socket) {
  near.on('error', () => near.destroy())
  near.write('HTTP/1.1 200 OK\r\n\r\n')
  near.once('data', () => near.end('HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n'))
}

function remember(open: Open, connection: Duplex | ClientRequest) {
  open.add(connection)
  connection.once('close', () => open.delete(connection))
}

function closeServer(server: Server, endAll: () => void): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    endAll()
  })
}
