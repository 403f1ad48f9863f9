/** The test app on a real port, and sockets whose events are taken one after the other. */
import { connect } from 'node:net'
import { serve } from '@hono/node-server'
import { WebSocket, WebSocketServer } from 'ws'
import { writeToken } from '../access/cookie'
import { type TestApp, type TestAppWish, testApp, testOrigin } from './test-app'

export type Heard =
  | { text: string }
  | { bytes: Uint8Array }
  | { closed: number }
  | { refused: number }

export type OpenSocket = {
  socket: WebSocket
  opened: Promise<void>
  /** The next thing that happens on this socket, or the last one not asked for yet. */
  next(): Promise<Heard>
  /** The code it is closed with; what arrives before is passed over. */
  closed(): Promise<number>
}

export type LiveApp = TestApp & {
  /** `ws://` and the port. */
  origin: string
  open(path: string, headers: Record<string, string>): OpenSocket
  /** Sends these bytes on a bare connection, and resets it. */
  breakOff(bytes: string): Promise<void>
  /** The headers of a browser in which this person is signed in. */
  signedIn(person: { id: string }): Promise<{ cookie: string; origin: string }>
}

export async function liveApp(wish?: TestAppWish): Promise<LiveApp> {
  const app = await testApp(wish)
  const websocket = { server: new WebSocketServer({ noServer: true }) }
  const options = { fetch: app.app.fetch, port: 0, hostname: '127.0.0.1', websocket }
  let server: ReturnType<typeof serve> | undefined
  const port = await new Promise<number>((resolve) => {
    server = serve(options, (info) => resolve(info.port))
  })
  return {
    ...app,
    origin: `ws://127.0.0.1:${port}`,
    open: (path, headers) => openSocket(`ws://127.0.0.1:${port}${path}`, headers),
    breakOff: (bytes) =>
      new Promise((resolve) => {
        const socket = connect(port, '127.0.0.1')
        socket.once('close', () => resolve())
        // The server may be the first to hang up on nonsense.
        socket.once('error', () => socket.destroy())
        socket.write(bytes, () => socket.resetAndDestroy())
      }),
    async signedIn(person) {
      const { token, session } = await app.deps.sessions.create(person.id, '')
      const cookie = writeToken(token, session.endsAt, app.deps.cookie).split(';')[0] ?? ''
      return { cookie, origin: testOrigin }
    },
    async stop() {
      server?.close()
      await app.stop()
    },
  }
}

function openSocket(url: string, headers: Record<string, string>): OpenSocket {
  const heard: Heard[] = []
  const waiting: ((one: Heard) => void)[] = []
  const hear = (one: Heard) => {
    const next = waiting.shift()
    if (next) next(one)
    else heard.push(one)
  }
  const socket = new WebSocket(url, { headers })
  socket.on('message', (data, isBinary) =>
    hear(isBinary ? { bytes: new Uint8Array(data as Buffer) } : { text: String(data) }),
  )
  socket.on('close', (code) => hear({ closed: code }))
  socket.on('unexpected-response', (_request, { statusCode }) => hear({ refused: statusCode ?? 0 }))
  // A refusal is heard above; the error that follows it says the same again.
  socket.on('error', () => undefined)

  function next(): Promise<Heard> {
    const first = heard.shift()
    return first ? Promise.resolve(first) : new Promise((resolve) => waiting.push(resolve))
  }
  async function closed(): Promise<number> {
    const one = await next()
    return 'closed' in one ? one.closed : closed()
  }
  return {
    socket,
    opened: new Promise((resolve) => socket.once('open', () => resolve())),
    next,
    closed,
  }
}
