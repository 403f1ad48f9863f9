/** What holds for every websocket, whichever comes next: asked of the list of routes itself. */
import { closeCodes } from '@atelier/shared/sync/close-codes'
import { contentVersions, wireVersion } from '@atelier/shared/sync/messages'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type LiveApp, liveApp } from '../testing/live-app'
import {
  type MadeWorkspace,
  makeBoard,
  makeDoc,
  makePerson,
  makeProject,
  makeWorkspace,
} from '../testing/make'
import { makeJournal } from '../testing/make-journal'

let app: LiveApp
let ours: MadeWorkspace
let theirs: MadeWorkspace
/** Every address a socket can be opened at, with things of ours in it. */
let addresses: string[]
let rooms: string[]

beforeAll(async () => {
  app = await liveApp()
  const { db } = app.deps
  ours = await makeWorkspace(db)
  theirs = await makeWorkspace(db)
  const project = await makeProject(db, ours.owner)
  const doc = await makeDoc(db, project, ours.owner)
  const board = await makeBoard(db, project, ours.owner)
  const people = { mentee: ours.owner, mentor: await makePerson(db, ours) }
  const { section } = await makeJournal(db, people)
  rooms = [
    `doc:${doc.id}?wire=${wireVersion}&content=${contentVersions.doc}`,
    `board:${board.id}?wire=${wireVersion}&content=${contentVersions.board}`,
    `section:${section}?wire=${wireVersion}&content=${contentVersions.section}`,
  ]
  addresses = socketRoutes().flatMap((path) =>
    path.includes(':room') ? rooms.map((room) => path.replace(':room', room)) : [path],
  )
})
afterAll(() => app.stop())

const socketRoutes = () => [
  ...new Set(app.app.routes.map(({ path }) => path).filter((path) => path.startsWith('/ws/'))),
]

test('there are two kinds, and no address is left with a hole in it', () => {
  expect(socketRoutes().sort()).toEqual(['/ws/notices', '/ws/rooms/:room'])
  expect(addresses.filter((address) => /\/:/.test(address))).toEqual([])
})

test('who is signed out, or has a forged cookie, hears nothing but that', async () => {
  const { origin } = await app.signedIn(ours.owner)
  for (const address of addresses) {
    for (const cookie of ['', `session=${'A'.repeat(43)}`, 'session=%E0%A4%A', '=;;=']) {
      const heard = await app.open(address, { origin, cookie }).next()
      expect([address, cookie, heard]).toEqual([address, cookie, { closed: closeCodes.signedOut }])
    }
  }
})

test('a page of another origin opens none, whoever is signed in', async () => {
  const { cookie } = await app.signedIn(ours.owner)
  const origins = [
    'http://evil.test',
    'http://atelier.test.evil.test',
    'https://atelier.test',
    'null',
  ]
  for (const address of addresses) {
    for (const origin of origins) {
      const heard = await app.open(address, { origin, cookie }).next()
      expect([address, origin, heard]).toEqual([address, origin, { refused: 403 }])
    }
    const heard = await app.open(address, { cookie }).next()
    expect([address, 'no origin', heard]).toEqual([address, 'no origin', { refused: 403 }])
  }
})

test('a stranger who runs another workspace hears nothing of our rooms', async () => {
  const stranger = await app.signedIn(theirs.owner)
  for (const room of rooms) {
    const heard = await app.open(`/ws/rooms/${room}`, stranger).next()
    expect([room, heard]).toEqual([room, { closed: closeCodes.noAccess }])
  }
})

test('a stranger hears none of our notices', async () => {
  const [theirOwner, ourOwner] = [theirs.owner, ours.owner]
  const stranger = app.open('/ws/notices', await app.signedIn(theirOwner))
  const own = app.open('/ws/notices', await app.signedIn(ourOwner))
  await Promise.all([stranger.opened, own.opened])
  const rename = async ({ owner }: MadeWorkspace, name: string) =>
    (await app.as(owner)).patch('/api/workspace', { name })
  await rename(ours, 'Ours alone')
  expect(JSON.stringify(await own.next())).toContain('workspace')
  await (await app.as(theirOwner)).post('/api/organisations', {
    name: 'A partner',
    kind: 'company',
    region: null,
  })
  expect(JSON.stringify(await stranger.next())).toContain('organisations')
})
