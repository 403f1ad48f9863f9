/** For tests: one server, one device, and visits of a room, afresh for each test of a file. */
import { afterEach, beforeEach, vi } from 'vitest'
import { FakeDevice } from './fake-device'
import { FakeRoomServer } from './fake-room-server'
import { RoomClient } from './room-client'
import type { RoomParts } from './room-parts'

const name = 'doc:00000000-0000-4000-8000-000000000001'

export function roomVisits() {
  let open: RoomClient[] = []
  const place = {
    server: new FakeRoomServer(),
    device: new FakeDevice(),
    stillSignedIn: async () => false,
    fresh: null as { known: Promise<void> } | null,
  }
  function visit(openCopy: RoomParts['openCopy'] = place.device.open): RoomClient {
    const client = new RoomClient(name, {
      url: 'ws://test/ws/rooms',
      Socket: place.server.Socket,
      random: () => 0.5,
      now: Date.now,
      personId: 'p1',
      stillSignedIn: () => place.stillSignedIn(),
      openCopy,
      whileFresh: async () => place.fresh,
      reportCopyError: vi.fn(),
    })
    open.push(client)
    return client
  }
  /** Long enough for what was written to be on the device, too. */
  async function untilKept() {
    await place.server.settle()
    await vi.advanceTimersByTimeAsync(20)
    await place.server.settle()
  }
  async function reconnect() {
    await vi.advanceTimersByTimeAsync(30_000)
    await place.server.settle()
  }
  beforeEach(() => {
    vi.useFakeTimers()
    place.server = new FakeRoomServer()
    place.device = new FakeDevice()
    place.stillSignedIn = async () => false
    place.fresh = null
  })
  afterEach(() => {
    for (const client of open) client.close()
    open = []
    vi.useRealTimers()
  })
  return { place, visit, untilKept, reconnect }
}

export const opened = (client: RoomClient) => {
  const state = client.getState()
  if (state.kind !== 'open') throw new Error(`room is ${state.kind}`)
  return state
}

export const type = (client: RoomClient, text: string) => {
  const title = opened(client).room.doc.getText('title')
  title.insert(title.length, text)
}

export const read = (client: RoomClient) => opened(client).room.doc.getText('title').toString()
