/** The network cable of one person: everything their browser says goes through it, and it can be pulled. */
import {
  type ClientRequest,
  createServer,
  type IncomingMessage,
  request,
  type Server,
} from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'

export type Wire = {
  /** For a browser context: `{ proxy: { server: wire.address } }`. */
  address: string
  /** Ends every connection at once and lets no new one through. */
  pull(): void
  plugIn(): void
  close(): Promise<void>
}

export async function openWire(): Promise<Wire> {
  const open = new Set<Duplex | ClientRequest>()
  let isPulled = false
  const server = createServer((asked, answer) => {
    if (isPulled) return void asked.socket.destroy()
    const { method, headers } = asked
    const onward = request(asked.url ?? '', { method, headers }, (answered) => {
      answer.writeHead(answered.statusCode ?? 502, answered.headers)
      answered.pipe(answer)
    })
    remember(open, onward)
    onward.once('error', () => asked.socket.destroy())
    asked.pipe(onward)
  })
  // Browsers open a tunnel for websockets.
  server.on('connect', (asked: IncomingMessage, near: Socket) => {
    if (isPulled) return void near.destroy()
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
  })
  server.on('connection', (socket) => remember(open, socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const endAll = () => {
    for (const connection of open) connection.destroy()
  }
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    pull() {
      isPulled = true
      endAll()
    },
    plugIn() {
      isPulled = false
    },
    close: () => closeServer(server, endAll),
  }
}

function remember(open: Set<Duplex | ClientRequest>, connection: Duplex | ClientRequest) {
  open.add(connection)
  connection.once('close', () => open.delete(connection))
}

function closeServer(server: Server, endAll: () => void): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    endAll()
  })
}
