// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { roomName } from '@atelier/shared/sync/room-name'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { databaseName, databasesOf, eraseDatabases } from '../offline/device-databases'
import { keepJournal, keepJournalNoMore } from '../offline/journal-kept'
import { rememberWho } from '../offline/remembered-who'
import { FakeRoomServer } from '../sync/fake-room-server'
import { findUnstored, openOfflineCopy } from '../sync/offline-copy'
import { openRoom, roomKey } from '../sync/open-room'
import { enterRoom, leaveRoom, openRoomClients } from '../sync/room-clients'
import { squashUpdates } from '../sync/squash-updates'
import { unstoredRooms } from '../sync/unstored-rooms'
import { sendUnstored } from './send-fresh'

const who = { workspaceId: 'w', personId: 'p1' }
const room = roomName('doc', '6b1f7c1e-2f65-4e6b-9a3d-0d6f7f6a1c01')
const soon = { timeout: 10_000 }
let server: FakeRoomServer
let handedBack: { title: string; text: string }[]
const handBack = (words: { title: string; text: string }) => handedBack.push(words)

/** Words of this person in a doc, which only this device has. */
async function leaveHere(words: string, where = room): Promise<void> {
  const doc = new Y.Doc()
  doc.getText('title').insert(0, words)
  const me = { id: 'p1', name: 'Ada', colour: 'teal' as const }
  const copy = await openOfflineCopy(databaseName(who, where), squashUpdates)
  await copy.append([Y.encodeStateAsUpdate(doc)], {
    welcome: { access: 'write', reload: false, me },
    unstored: 1,
    owedFrom: [[doc.clientID, 0]],
    refused: null,
    title: words,
  })
  copy.close()
}

const stateHere = async () => {
  await server.settle()
  return openRoomClients()[0]?.getState().kind
}

const settled = async () => {
  await server.settle()
  return openRoomClients().length
}

beforeEach(async () => {
  await eraseDatabases(who)
  rememberWho(who)
  server = new FakeRoomServer()
  handedBack = []
  vi.stubGlobal('WebSocket', server.Socket)
})
afterEach(() => vi.unstubAllGlobals())

it('what only this device has is sent, in whichever page its person is, and the room is left then', async () => {
  await leaveHere('Plan')
  await sendUnstored(who, handBack)
  await expect.poll(settled, soon).toBe(0)
  expect(server.doc.getText('title').toString()).toBe('Plan')
  expect(await findUnstored(who)).toEqual([])
})

it('what a tab that was closed has left in a room that is open here is sent from there', async () => {
  const client = enterRoom(roomKey(room, who), () => openRoom(room, who))
  await expect.poll(stateHere, soon).toBe('open')
  await leaveHere('Plan')
  expect(await unstoredRooms(who)).toEqual([{ room, title: 'Plan' }])
  await sendUnstored(who, handBack)
  await expect.poll(stateHere, soon).toBe('open')
  await expect
    .poll(async () => {
      await server.settle()
      return client.unstored
    }, soon)
    .toBe(false)
  expect(server.doc.getText('title').toString()).toBe('Plan')
  await expect.poll(() => unstoredRooms(who), soon).toEqual([])
  leaveRoom(roomKey(room, who))
})

it('what the server will not have is handed back, in whichever page they are, and stays on the device', async () => {
  await leaveHere('Plan')
  server.shuts = 'noAccess'
  await sendUnstored(who, handBack)
  await expect.poll(settled, soon).toBe(0)
  expect(handedBack).toEqual([{ title: 'Plan', text: 'Plan' }])
  const copy = await openOfflineCopy(databaseName(who, room), squashUpdates)
  const { updates, memo } = await copy.load()
  copy.close()
  expect([updates, memo?.refused]).toEqual([[], { reason: 'no-access', text: 'Plan' }])
  // Handed back once: there is nothing to send any more.
  await sendUnstored(who, handBack)
  expect(handedBack).toHaveLength(1)
})

it('while the server is away it waits, and goes out once that is back', async () => {
  await leaveHere('Plan')
  server.down = true
  await sendUnstored(who, handBack)
  await expect.poll(() => openRoomClients()[0]?.getState().kind, soon).toBe('open')
  server.down = false
  await expect.poll(settled, soon).toBe(0)
  expect(server.doc.getText('title').toString()).toBe('Plan')
})

it('what a closed tab has left in a journal goes out as well, where the journal is kept on this device', async () => {
  const section = roomName('section', '6b1f7c1e-2f65-4e6b-9a3d-0d6f7f6a1c02')
  keepJournal(who)
  await leaveHere('Plan', section)
  await sendUnstored(who, handBack)
  await expect.poll(settled, soon).toBe(0)
  expect(server.doc.getText('title').toString()).toBe('Plan')
  expect(await findUnstored(who)).toEqual([])
  await keepJournalNoMore(who)
  expect(await databasesOf(who)).not.toContain(section)
})
