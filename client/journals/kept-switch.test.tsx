// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { roomName } from '@atelier/shared/sync/room-name'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { i18n, startI18n } from '../i18n/i18n'
import { databasesOf, eraseDatabases } from '../offline/device-databases'
import { isJournalKept, keepJournal } from '../offline/journal-kept'
import { rememberWho } from '../offline/remembered-who'
import { FakeRoomServer } from '../sync/fake-room-server'
import { openRoom, roomKey } from '../sync/open-room'
import type { RoomClient } from '../sync/room-client'
import { enterRoom, forgetRooms, leaveRoom } from '../sync/room-clients'
import { SyncIdentity } from '../sync/sync-identity'
import { unstoredSections } from '../sync/unstored-rooms'
import { KeptSwitch } from './kept-switch'

const who = { workspaceId: 'w', personId: 'p1' }
const section = roomName('section', '6b1f7c1e-2f65-4e6b-9a3d-0d6f7f6a1c02')
const soon = { timeout: 10_000 }
let server: FakeRoomServer

beforeAll(async () => {
  await startI18n('en')
  await i18n.loadNamespaces('journals')
})
beforeEach(async () => {
  await eraseDatabases(who)
  rememberWho(who)
  keepJournal(who)
  server = new FakeRoomServer()
  vi.stubGlobal('WebSocket', server.Socket)
})
afterEach(() => {
  cleanup()
  forgetRooms()
  vi.unstubAllGlobals()
})

const settled = async (what: () => unknown) => {
  await server.settle()
  return what()
}

/** Words that the server does not have; whoever wrote them is on another page by now. */
async function leaveUnsent(words: string): Promise<RoomClient> {
  const key = roomKey(section, who)
  const client = enterRoom(key, () => openRoom(section, who, { isKept: true }))
  await expect.poll(() => settled(() => client.getState().kind), soon).toBe('open')
  server.down = true
  server.closeAll('restarting')
  const state = client.getState()
  if (state.kind === 'open') state.room.doc.getText('title').insert(0, words)
  leaveRoom(key)
  await expect.poll(() => unstoredSections(who), soon).toEqual([section])
  return client
}

function turnOff() {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <SyncIdentity value={who}>
        <KeptSwitch />
      </SyncIdentity>
    </QueryClientProvider>,
  )
  fireEvent.click(screen.getByRole('switch'))
}

const copies = async () => (await databasesOf(who)).filter((what) => what === section)

it('a journal is not erased from a device while that alone has some of it, unless its owner says so', async () => {
  await leaveUnsent('Plan')
  turnOff()
  const dialog = await screen.findByRole('dialog', { name: 'Not everything is stored yet' }, soon)
  expect(dialog.textContent).toContain('in 1 section')
  expect(await copies()).toEqual([section])
  fireEvent.click(screen.getByRole('button', { name: 'Keep it here' }))
  expect(isJournalKept(who)).toBe(true)
  expect(await unstoredSections(who)).toEqual([section])

  fireEvent.click(screen.getByRole('switch'))
  await screen.findByRole('dialog', undefined, soon)
  fireEvent.click(screen.getByRole('button', { name: 'Erase without sending' }))
  await expect.poll(copies, soon).toEqual([])
  expect(isJournalKept(who)).toBe(false)
})

it('it is erased by itself once all of it is stored', async () => {
  await leaveUnsent('Plan')
  turnOff()
  await screen.findByRole('dialog', undefined, soon)
  server.down = false
  await expect.poll(() => settled(() => isJournalKept(who)), soon).toBe(false)
  expect(server.doc.getText('title').toString()).toBe('Plan')
  await expect.poll(copies, soon).toEqual([])
  expect(screen.queryByRole('dialog')).toBeNull()
})
