import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FakeRoomServer } from './fake-room-server'
import { RoomClient } from './room-client'
import {
  areStored,
  enterRoom,
  forgetRooms,
  leaveRoom,
  openAhead,
  openRoomClients,
} from './room-clients'
import { opened } from './room-visits'

const name = 'doc:00000000-0000-4000-8000-000000000001'
let server: FakeRoomServer

/** On a device that keeps no copy. */
const create = () =>
  new RoomClient(name, {
    url: 'ws://test/ws/rooms',
    Socket: server.Socket,
    random: () => 0.5,
    now: Date.now,
    personId: 'p1',
    stillSignedIn: async () => false,
    openCopy: null,
    reportCopyError: vi.fn(),
  })
const enter = () => enterRoom(name, create)
const wordsOf = (client: RoomClient) => {
  const state = client.getState()
  if (state.kind !== 'open') throw new Error(`room is ${state.kind}`)
  return state.room.doc.getText('title')
}

async function writeOffline(): Promise<RoomClient> {
  const client = enter()
  await server.settle()
  server.down = true
  server.closeAll('restarting')
  wordsOf(client).insert(0, 'mine')
  return client
}

async function comeBack() {
  server.down = false
  await vi.advanceTimersByTimeAsync(20_000)
  await server.settle()
}

beforeEach(() => {
  vi.useFakeTimers()
  server = new FakeRoomServer()
})
afterEach(() => {
  forgetRooms()
  vi.useRealTimers()
})

describe('walking away inside the app', () => {
  it('ends a room at once when everything is stored', async () => {
    enter()
    await server.settle()
    leaveRoom(name)
    expect([server.sockets.size, openRoomClients().length]).toEqual([0, 0])
  })

  it('loses nothing that is not stored yet: it is sent when the server is back, and then the room ends', async () => {
    await writeOffline()
    leaveRoom(name)
    expect(openRoomClients().some((client) => client.unstored)).toBe(true)
    await comeBack()
    expect(server.doc.getText('title').toString()).toBe('mine')
    expect([server.sockets.size, openRoomClients().length]).toEqual([0, 0])
  })

  it('and coming back before that shows the words again', async () => {
    await writeOffline()
    leaveRoom(name)
    const again = enter()
    expect(wordsOf(again).toString()).toBe('mine')
    await comeBack()
    expect(opened(again).saving.read()).toEqual({ kind: 'saved' })
    expect(openRoomClients()).toEqual([again])
    leaveRoom(name)
  })

  it('is seen by nobody as being there', async () => {
    const client = enter()
    await server.settle()
    const state = client.getState()
    server.holdsStore = true
    wordsOf(client).insert(0, 'mine')
    leaveRoom(name)
    if (state.kind !== 'open') throw new Error('not open')
    expect(state.room.awareness.getLocalState()).toBe(null)
    enter()
    expect(state.room.awareness.getLocalState()).toEqual({})
    leaveRoom(name)
  })

  it('nor is anybody there who only sees a part of it in another page', async () => {
    const unseen = { unseen: true }
    const client = enterRoom(name, create, unseen)
    await server.settle()
    const state = client.getState()
    if (state.kind !== 'open') throw new Error('not open')
    const isSeen = () => state.room.awareness.getLocalState() !== null
    expect(isSeen()).toBe(false)
    enter()
    expect(isSeen()).toBe(true)
    leaveRoom(name)
    expect([isSeen(), openRoomClients().length]).toEqual([false, 1])
    leaveRoom(name, unseen)
    expect(openRoomClients()).toEqual([])
  })

  it('keeps what was refused meanwhile for the next time the room is opened', async () => {
    await writeOffline()
    leaveRoom(name)
    server.access = 'read'
    await comeBack()
    expect(enter().getState()).toMatchObject({ refused: { text: 'mine' } })
    leaveRoom(name)
  })

  it('is over when the person signs out', async () => {
    await writeOffline()
    leaveRoom(name)
    forgetRooms()
    await comeBack()
    expect(server.doc.getText('title').toString()).toBe('')
  })
})

describe('waiting until all is stored', () => {
  it('ends when the server has it', async () => {
    await writeOffline()
    const isStored = areStored([name, 'doc:never-opened'], 60_000)
    await comeBack()
    leaveRoom(name)
    expect(await isStored).toBe(true)
  })

  it('lasts no longer than one can wait', async () => {
    await writeOffline()
    leaveRoom(name)
    const isStored = areStored([name], 1_000)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await isStored).toBe(false)
  })
})

describe('a room that is opened ahead of its screen', () => {
  it('is the one the screen enters, and others see nobody in it before', async () => {
    openAhead(name, create)
    const [ahead] = openRoomClients()
    await server.settle()
    expect(ahead?.getState().kind).toBe('open')
    const awareness = () => {
      const state = ahead?.getState()
      return state?.kind === 'open' ? state.room.awareness.getLocalState() : undefined
    }
    expect(awareness()).toBeNull()
    expect(enter()).toBe(ahead)
    expect(awareness()).not.toBeNull()
    expect(server.sockets.size).toBe(1)
    leaveRoom(name)
  })

  it('is ended when nobody comes', async () => {
    const giveUp = openAhead(name, create)
    await server.settle()
    giveUp()
    expect([server.sockets.size, openRoomClients().length]).toEqual([0, 0])
  })

  it('stays with whoever is in it, and ends when they leave', async () => {
    const giveUp = openAhead(name, create)
    const client = enter()
    await server.settle()
    giveUp()
    expect(openRoomClients()).toEqual([client])
    leaveRoom(name)
    expect(openRoomClients()).toEqual([])
    enter()
    giveUp()
    expect(openRoomClients()).toHaveLength(1)
    leaveRoom(name)
  })

  it('is given up at signing out', async () => {
    openAhead(name, create)
    await server.settle()
    forgetRooms()
    expect([server.sockets.size, openRoomClients().length]).toEqual([0, 0])
  })
})
