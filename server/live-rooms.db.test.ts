/** Rooms in the whole house: who is let in, who is sent away when something changes, what lists learn. */
import { docTitle } from '@atelier/shared/docs/doc'
import { closeCodes } from '@atelier/shared/sync/close-codes'
import {
  contentVersions,
  messageKinds,
  readWelcome,
  wireVersion,
} from '@atelier/shared/sync/messages'
import { type RoomName, roomName } from '@atelier/shared/sync/room-name'
import * as decoding from 'lib0/decoding'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { AccessChange } from './access/access-changes'
import { roomUpdates } from './db/log-tables'
import { type LiveApp, liveApp, type OpenSocket } from './testing/live-app'
import {
  type MadePerson,
  type MadeProject,
  type MadeWorkspace,
  makeDoc,
  makePerson,
  makeProject,
  makeWorkspace,
} from './testing/make'
import { testOrigin } from './testing/test-app'

let app: LiveApp
let workspace: MadeWorkspace

beforeAll(async () => {
  app = await liveApp()
  workspace = await makeWorkspace(app.deps.db)
})
afterAll(() => app.stop())

const path = (room: RoomName) =>
  `/ws/rooms/${room}?wire=${wireVersion}&content=${contentVersions.doc}`
const person = () => makePerson(app.deps.db, workspace)

type Scene = { lead: MadePerson; ben: MadePerson; project: MadeProject; room: RoomName }

async function scene(role: 'contributor' | 'viewer' = 'contributor'): Promise<Scene> {
  const [lead, ben] = [await person(), await person()]
  const project = await makeProject(app.deps.db, lead, { members: [[ben, role]] })
  const doc = await makeDoc(app.deps.db, project, lead, 'Problem')
  return { lead, ben, project, room: roomName('doc', doc.id) }
}

/** In the room, as the server's welcome tells. */
async function enter(room: RoomName, headers: Record<string, string>) {
  const socket = app.open(path(room), headers)
  return { ...socket, welcome: await welcomeOf(socket) }
}

async function welcomeOf(socket: OpenSocket) {
  const heard = await socket.next()
  if (!('bytes' in heard)) throw new Error(`no welcome: ${JSON.stringify(heard)}`)
  const decoder = decoding.createDecoder(heard.bytes)
  expect(decoding.readVarUint(decoder)).toBe(messageKinds.welcome)
  return readWelcome(decoder)
}

describe('joining', () => {
  test('says how one is in, and by which name', async () => {
    const { lead, ben, room } = await scene('viewer')
    const leads = await enter(room, await app.signedIn(lead))
    expect(leads.welcome).toMatchObject({ access: 'write', me: { id: lead.id, name: lead.name } })
    const bens = await enter(room, await app.signedIn(ben))
    expect(bens.welcome).toMatchObject({ access: 'read', me: { id: ben.id } })
    leads.socket.close()
    bens.socket.close()
  })

  test('is refused to another site, to the signed out, and alike for the unknown and the unreadable', async () => {
    const { lead, room } = await scene()
    const { cookie } = await app.signedIn(lead)
    const evil = app.open(path(room), { cookie, origin: 'https://evil.example' })
    expect(await evil.next()).toEqual({ refused: 403 })
    const nobody = app.open(path(room), { origin: testOrigin })
    expect(await nobody.closed()).toBe(closeCodes.signedOut)
    const stranger = await app.signedIn(await person())
    expect(await app.open(path(room), stranger).closed()).toBe(closeCodes.noAccess)
    const nowhere = roomName('doc', crypto.randomUUID())
    expect(await app.open(path(nowhere), stranger).closed()).toBe(closeCodes.noAccess)
  })
})

describe('[S5] somebody in the room is sent away within a second when', () => {
  const changes: [string, keyof typeof closeCodes, (scene: Scene) => Promise<unknown>][] = [
    [
      'they are taken out of the project',
      'noAccess',
      async ({ lead, ben, project }) =>
        (await app.as(lead)).delete(`/api/projects/${project.id}/members/${ben.id}`),
    ],
    [
      'their role changes what they may do',
      'accessChanged',
      async ({ lead, ben, project }) =>
        (await app.as(lead)).put(`/api/projects/${project.id}/members/${ben.id}`, {
          role: 'viewer',
        }),
    ],
    [
      'the project is archived',
      'accessChanged',
      async ({ lead, project }) => (await app.as(lead)).post(`/api/projects/${project.id}/archive`),
    ],
    [
      'they are suspended',
      'signedOut',
      async ({ ben }) =>
        (await app.as(workspace.owner)).patch(`/api/people/${ben.id}`, { suspended: true }),
    ],
    [
      'they sign out everywhere',
      'signedOut',
      async ({ ben }) => (await app.as(ben)).post('/api/sign-out-everywhere'),
    ],
  ]

  const isAbout = ({ personIds = [], roomIds = [] }: AccessChange, { ben, room }: Scene) =>
    personIds.includes(ben.id) || roomIds.includes(room.slice('doc:'.length))

  test.each(changes)('%s', async (_why, reason, change) => {
    const found = await scene()
    const bens = await enter(found.room, await app.signedIn(found.ben))
    // Now, and not only when the slow check of all sockets comes round.
    const reported: AccessChange[] = []
    app.deps.accessChanges.onChange((one) => reported.push(one))
    await change(found)
    expect(reported.some((one) => isAbout(one, found))).toBe(true)
    expect(await withinASecond(bens.closed())).toBe(closeCodes[reason])
  })
})

/** As promised; the slow check of all sockets comes round twenty times later. */
function withinASecond<T>(happens: Promise<T>): Promise<T | 'still in the room'> {
  const tooLate = new Promise<'still in the room'>((resolve) => {
    setTimeout(() => resolve('still in the room'), 1000).unref()
  })
  return Promise.race([happens, tooLate])
}

/** Passes over what else the house has to say meanwhile. */
async function toldWhoIsHere(home: OpenSocket, { id }: MadeProject) {
  const told = JSON.stringify({ what: 'here', id })
  for (let heard = await home.next(); !('text' in heard && heard.text === told); ) {
    heard = await home.next()
  }
}

test('home shows who has a doc open, and tells when they come and go', async () => {
  const { lead, ben, project, room } = await scene()
  const home = app.open('/ws/notices', await app.signedIn(lead))
  await home.opened
  const here = async () => (await (await app.as(lead)).get('/api/projects')).body[0].here

  const bens = await enter(room, await app.signedIn(ben))
  await toldWhoIsHere(home, project)
  expect(await here()).toMatchObject([{ id: ben.id, name: ben.name }])
  bens.socket.close()
  await toldWhoIsHere(home, project)
  expect(await here()).toEqual([])
  home.socket.close()
})

test('[S13] what the server writes for somebody is put down to them, and can be read at once', async () => {
  const { lead, room } = await scene()
  const written = app.rooms.edit(room, (doc) => docTitle(doc).insert(0, 'The real '), lead.id)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await app.rooms.read(room))
  expect(docTitle(doc).toString()).toBe('The real Problem')
  await written
  const rows = await app.deps.db.select().from(roomUpdates)
  expect(rows.at(-1)).toMatchObject({ personId: lead.id })
})

test('a title written in the room is the title in lists, once the room is quiet', async () => {
  const { lead, project, room } = await scene()
  await app.rooms.edit(room, (doc) => docTitle(doc).insert(0, 'The real '))
  await app.rooms.close()
  const { body } = await (await app.as(lead)).get(`/api/projects/${project.id}`)
  expect(body.docs[0].title).toBe('The real Problem')
})
