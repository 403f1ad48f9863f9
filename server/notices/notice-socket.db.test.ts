/** Notices over real sockets: who may open one, and who is sent away. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { type LiveApp, liveApp } from '../testing/live-app'
import { type MadeWorkspace, makePerson, makeProject, makeWorkspace } from '../testing/make'
import { testOrigin } from '../testing/test-app'

let app: LiveApp
let workspace: MadeWorkspace

beforeAll(async () => {
  app = await liveApp()
  workspace = await makeWorkspace(app.deps.db)
})
afterAll(() => app.stop())

const path = '/ws/notices'
const person = () => makePerson(app.deps.db, workspace)

describe('the door', () => {
  test('is shut to every page but our own, before anything else is asked', async () => {
    const { cookie } = await app.signedIn(workspace.owner)
    for (const origin of ['https://evil.example', 'null', `${testOrigin}.evil.example`]) {
      expect(await app.open(path, { cookie, origin }).next()).toEqual({ refused: 403 })
    }
    expect(await app.open(path, { cookie }).next()).toEqual({ refused: 403 })
    const evil = { cookie, origin: 'http://evil.example' }
    expect(await app.open(`//evil.example${path}`, evil).next()).toEqual({ refused: 403 })
  })

  test('tells who is signed out so, in a way a browser can see', async () => {
    expect(await app.open(path, { origin: testOrigin, cookie: 'session=x' }).closed()).toBe(4401)
  })

  test('sends away whoever speaks: there is nothing to say', async () => {
    const { socket, opened, closed } = app.open(path, await app.signedIn(workspace.owner))
    await opened
    socket.send('hello')
    expect(await closed()).toBe(4400)
  })
})

test('a change made by one person reaches the others who may see it', async () => {
  const [ana, ben] = [await person(), await person()]
  const project = await makeProject(app.deps.db, ana, { members: [[ben, 'viewer']] })
  const bens = app.open(path, await app.signedIn(ben))
  await bens.opened
  await (await app.as(ana)).patch(`/api/projects/${project.id}`, { title: 'Renamed' })
  expect(await bens.next()).toEqual({ text: JSON.stringify({ what: 'project', id: project.id }) })
  expect(await bens.next()).toEqual({ text: JSON.stringify({ what: 'projects' }) })
  bens.socket.close()
})

describe('[S5] the socket ends with', () => {
  test('signing out of just this session', async () => {
    const ana = await person()
    const [gone, stays] = [await app.signedIn(ana), await app.signedIn(ana)]
    const [first, second] = [app.open(path, gone), app.open(path, stays)]
    await Promise.all([first.opened, second.opened])
    await app.browser(gone.cookie).post('/api/sign-out')
    expect(await first.closed()).toBe(4401)
    expect(second.socket.readyState).toBe(WebSocket.OPEN)
    second.socket.close()
  })

  test('being suspended', async () => {
    const ana = await person()
    const socket = app.open(path, await app.signedIn(ana))
    await socket.opened
    const owner = await app.as(workspace.owner)
    await owner.patch(`/api/people/${ana.id}`, { suspended: true })
    expect(await socket.closed()).toBe(4401)
  })
})

test('who gives no sign of life between two beats is dropped, who does stays', async () => {
  const [living, dead] = [
    app.open(path, await app.signedIn(await person())),
    app.open(path, await app.signedIn(await person())),
  ]
  await Promise.all([living.opened, dead.opened])
  dead.socket.pong = () => undefined
  const heardBeat = new Promise((resolve) => living.socket.once('ping', resolve))
  app.deps.notices.beat()
  await heardBeat
  // The answer is on its way; whoever comes in after it has it before them.
  const later = app.open(path, await app.signedIn(workspace.owner))
  await later.opened
  app.deps.notices.beat()
  expect(await dead.closed()).toBe(1006)
  expect(living.socket.readyState).toBe(WebSocket.OPEN)
  for (const { socket } of [living, later]) socket.close()
})

test('connections that break off or talk nonsense in the door harm nobody', async () => {
  const headers = await app.signedIn(workspace.owner)
  const stays = app.open(path, headers)
  await stays.opened
  const request = (key: string) =>
    [
      `GET ${path} HTTP/1.1`,
      'Host: x',
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      `Sec-WebSocket-Key: ${key}`,
      `Origin: ${headers.origin}`,
      `Cookie: ${headers.cookie}`,
      '',
      '',
    ].join('\r\n')
  const good = Buffer.alloc(16).toString('base64')
  for (const bytes of [request(good), request('nonsense'), request(good).slice(0, 60), '\0\0\0']) {
    for (let n = 0; n < 25; n++) await app.breakOff(bytes)
  }
  expect((await (await app.as(workspace.owner)).get('/api/me')).status).toBe(200)
  expect(stays.socket.readyState).toBe(WebSocket.OPEN)
  stays.socket.close()
})
