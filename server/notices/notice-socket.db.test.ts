/** Notices over real sockets: who may open one, and who is sent away. */
import { serve } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { writeToken } from '../access/cookie'
import { type MadeWorkspace, makePerson, makeProject, makeWorkspace } from '../testing/make'
import { type TestApp, testApp, testOrigin } from '../testing/test-app'

let app: TestApp
let workspace: MadeWorkspace
let server: ReturnType<typeof serve>
let address: string

beforeAll(async () => {
  app = await testApp()
  workspace = await makeWorkspace(app.deps.db)
  await new Promise<void>((resolve) => {
    const websocket = { server: new WebSocketServer({ noServer: true }) }
    const options = { fetch: app.app.fetch, port: 0, hostname: '127.0.0.1', websocket }
    server = serve(options, ({ port }) => {
      address = `127.0.0.1:${port}`
      resolve()
    })
  })
})
afterAll(async () => {
  server.close()
  await app.stop()
})

type Heard = { text: string } | { closed: number } | { refused: number }

/** A socket whose events are taken one after the other. */
function open(path: string, headers: Record<string, string>) {
  const heard: Heard[] = []
  const waiting: ((one: Heard) => void)[] = []
  const hear = (one: Heard) => {
    const next = waiting.shift()
    if (next) next(one)
    else heard.push(one)
  }
  const socket = new WebSocket(`ws://${address}${path}`, { headers })
  socket.on('message', (data) => hear({ text: String(data) }))
  socket.on('close', (code) => hear({ closed: code }))
  socket.on('unexpected-response', (_request, response) =>
    hear({ refused: response.statusCode ?? 0 }),
  )
  socket.on('error', () => undefined)
  return {
    socket,
    opened: new Promise((resolve) => socket.once('open', resolve)),
    next: () =>
      new Promise<Heard>((resolve) => {
        const first = heard.shift()
        if (first) resolve(first)
        else waiting.push(resolve)
      }),
  }
}

async function signedIn(person: { id: string }) {
  const { token, session } = await app.deps.sessions.create(person.id, '')
  const cookie = writeToken(token, session.endsAt, app.deps.cookie).split(';')[0] ?? ''
  return { cookie, origin: testOrigin }
}

describe('the door', () => {
  test('is shut to every page but our own, before anything else is asked', async () => {
    const headers = await signedIn(workspace.owner)
    for (const origin of ['https://evil.example', 'null', `${testOrigin}.evil.example`]) {
      expect(await open('/ws/notices', { ...headers, origin }).next()).toEqual({ refused: 403 })
    }
    const { cookie } = headers
    expect(await open('/ws/notices', { cookie }).next()).toEqual({ refused: 403 })
    expect(
      await open('//evil.example/ws/notices', { cookie, origin: 'http://evil.example' }).next(),
    ).toEqual({ refused: 403 })
  })

  test('tells who is signed out so, in a way a browser can see', async () => {
    const socket = open('/ws/notices', { origin: testOrigin, cookie: 'session=x' })
    expect(await socket.next()).toEqual({ closed: 4401 })
  })

  test('sends away whoever speaks: there is nothing to say', async () => {
    const { socket, opened, next } = open('/ws/notices', await signedIn(workspace.owner))
    await opened
    socket.send('hello')
    expect(await next()).toEqual({ closed: 4400 })
  })
})

test('a change made by one person reaches the others who may see it', async () => {
  const ana = await makePerson(app.deps.db, workspace)
  const ben = await makePerson(app.deps.db, workspace)
  const project = await makeProject(app.deps.db, ana, { members: [[ben, 'viewer']] })
  const bens = open('/ws/notices', await signedIn(ben))
  await bens.opened
  await (await app.as(ana)).patch(`/api/projects/${project.id}`, { title: 'Renamed' })
  expect(await bens.next()).toEqual({ text: JSON.stringify({ what: 'project', id: project.id }) })
  expect(await bens.next()).toEqual({ text: JSON.stringify({ what: 'projects' }) })
  bens.socket.close()
})

describe('[S5] the socket ends with', () => {
  test('signing out of just this session', async () => {
    const ana = await makePerson(app.deps.db, workspace)
    const [gone, stays] = [await signedIn(ana), await signedIn(ana)]
    const [first, second] = [open('/ws/notices', gone), open('/ws/notices', stays)]
    await Promise.all([first.opened, second.opened])
    await app.browser(gone.cookie).post('/api/sign-out')
    expect(await first.next()).toEqual({ closed: 4401 })
    expect(second.socket.readyState).toBe(WebSocket.OPEN)
    second.socket.close()
  })

  test('being suspended', async () => {
    const ana = await makePerson(app.deps.db, workspace)
    const socket = open('/ws/notices', await signedIn(ana))
    await socket.opened
    const owner = await app.as(workspace.owner)
    await owner.patch(`/api/people/${ana.id}`, { suspended: true })
    expect(await socket.next()).toEqual({ closed: 4401 })
  })
})
