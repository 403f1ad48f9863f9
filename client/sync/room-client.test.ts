import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FakeDevice } from './fake-device'
import { FakeRoomServer } from './fake-room-server'
import { RoomClient } from './room-client'
import type { RoomParts } from './room-parts'

const name = 'doc:00000000-0000-4000-8000-000000000001'

let server: FakeRoomServer
let device: FakeDevice
let open: RoomClient[]
let stillSignedIn: () => Promise<boolean>

function visit(openCopy: RoomParts['openCopy'] = device.open): RoomClient {
  const client = new RoomClient(name, {
    url: 'ws://test/ws/rooms',
    Socket: server.Socket,
    random: () => 0.5,
    now: Date.now,
    personId: 'p1',
    stillSignedIn: () => stillSignedIn(),
    openCopy,
    reportCopyError: vi.fn(),
  })
  open.push(client)
  return client
}

async function reconnect() {
  await vi.advanceTimersByTimeAsync(30_000)
  await server.settle()
}

const opened = (client: RoomClient) => {
  const state = client.getState()
  if (state.kind !== 'open') throw new Error(`room is ${state.kind}`)
  return state
}
const type = (client: RoomClient, text: string) => {
  const title = opened(client).room.doc.getText('title')
  title.insert(title.length, text)
}
const read = (client: RoomClient) => opened(client).room.doc.getText('title').toString()

beforeEach(() => {
  vi.useFakeTimers()
  server = new FakeRoomServer()
  device = new FakeDevice()
  open = []
  stillSignedIn = async () => false
})
afterEach(() => {
  for (const client of open) client.close()
  vi.useRealTimers()
})

describe('an open room', () => {
  it('[S1] says saving until the database has it, then saved', async () => {
    const ada = visit()
    await server.settle()
    server.holdsStore = true
    type(ada, 'Hello')
    await server.settle()
    expect(opened(ada).save).toEqual({ kind: 'saving', changes: 1 })
    server.release()
    await server.settle()
    expect(opened(ada).save).toEqual({ kind: 'saved' })
  })

  it('does not count what others write', async () => {
    const ada = visit()
    await server.settle()
    server.holdsStore = true
    server.doc.getText('title').insert(0, 'Theirs')
    await server.settle()
    expect([read(ada), opened(ada).save.kind]).toEqual(['Theirs', 'saved'])
  })

  it('keeps counting offline, and says saved only after the step 2 is stored', async () => {
    const ada = visit()
    await server.settle()
    server.closeAll('restarting')
    type(ada, 'a')
    type(ada, 'b')
    await server.settle()
    expect(opened(ada).save).toEqual({ kind: 'offline', changes: 2, onDevice: true })
    server.holdsStore = true
    await reconnect()
    expect(opened(ada).save).toEqual({ kind: 'saving', changes: 2 })
    server.release()
    await server.settle()
    expect(opened(ada).save).toEqual({ kind: 'saved' })
    expect(server.doc.getText('title').toString()).toBe('ab')
  })

  it('turns offline within fifteen seconds when the cable is pulled without a word', async () => {
    const ada = visit()
    await server.settle()
    server.silent = true
    type(ada, 'x')
    await vi.advanceTimersByTimeAsync(15_000)
    expect(opened(ada).save).toEqual({ kind: 'offline', changes: 1, onDevice: true })
    server.silent = false
    await reconnect()
    expect(opened(ada).save.kind).toBe('saved')
    expect(server.doc.getText('title').toString()).toBe('x')
  })
})

describe('this device', () => {
  it('opens what it kept when the server cannot be reached, and stores it when it can', async () => {
    const first = visit()
    await server.settle()
    server.down = true
    server.closeAll('restarting')
    type(first, 'Kept')
    await server.settle()
    first.close()

    const second = visit()
    await server.settle()
    expect(read(second)).toBe('Kept')
    expect(opened(second).save).toEqual({ kind: 'offline', changes: 1, onDevice: true })
    server.down = false
    await reconnect()
    expect(opened(second).save.kind).toBe('saved')
    expect(server.doc.getText('title').toString()).toBe('Kept')
  })

  it('claims to keep only what it has committed', async () => {
    const ada = visit()
    await server.settle()
    server.closeAll('restarting')
    type(ada, 'x')
    await server.settle()
    const writeOn = device.hold()
    type(ada, 'y')
    type(ada, 'z')
    await server.settle()
    expect(opened(ada).save).toEqual({ kind: 'offline', changes: 1, onDevice: true })
    writeOn()
    await server.settle()
    expect(opened(ada).save).toEqual({ kind: 'offline', changes: 3, onDevice: true })
  })

  it('never claims to keep what it could not write', async () => {
    const ada = visit()
    await server.settle()
    server.closeAll('restarting')
    device.full = true
    type(ada, 'x')
    await server.settle()
    expect(opened(ada).save).toEqual({ kind: 'offline', changes: 1, onDevice: false })
  })

  it('shows nothing as if it were empty when there is no copy and no server', async () => {
    server.down = true
    const ada = visit()
    await server.settle()
    expect(ada.getState()).toEqual({ kind: 'opening', unreachable: true })
  })
})
