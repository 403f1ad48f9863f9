import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
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
const closed = (client: RoomClient) => {
  const state = client.getState()
  if (state.kind !== 'closed') throw new Error(`room is ${state.kind}`)
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

describe('when rights change', () => {
  it('[S5] asks again at once and goes on in the same doc', async () => {
    const ada = visit()
    await server.settle()
    const before = opened(ada).room.doc
    server.access = 'read'
    server.closeAll('accessChanged')
    await vi.advanceTimersByTimeAsync(1)
    await server.settle()
    expect(opened(ada).save.kind).toBe('reading')
    expect(opened(ada).room.access).toBe('read')
    expect(opened(ada).room.doc).toBe(before)
  })

  it('[S4] shows the truth and keeps the words that a reader may not write', async () => {
    const ada = visit()
    await server.settle()
    server.doc.getText('title').insert(0, 'Truth')
    await server.settle()
    server.down = true
    server.closeAll('restarting')
    type(ada, ' and more')
    server.down = false
    server.access = 'read'
    await reconnect()
    expect(read(ada)).toBe('Truth')
    expect(opened(ada).refused).toEqual({ reason: 'read-only', text: 'Truth and more' })
    expect(opened(ada).save.kind).toBe('reading')
    opened(ada).forgetRefused()
    expect(opened(ada).refused).toBe(null)
  })

  it('takes back what is too large, and goes on', async () => {
    const ada = visit()
    await server.settle()
    server.refuseNext = 'too-large'
    type(ada, 'too much of it')
    await server.settle()
    expect(read(ada)).toBe('')
    expect(opened(ada).refused?.text).toBe('too much of it')
    type(ada, 'fine')
    await server.settle()
    expect(opened(ada).save.kind).toBe('saved')
    expect(server.doc.getText('title').toString()).toBe('fine')
  })

  it('closes for good when signed out, with the edits kept on the device', async () => {
    const ada = visit()
    await server.settle()
    server.holdsStore = true
    type(ada, 'mine')
    server.closeAll('signedOut')
    await reconnect()
    expect(ada.getState()).toMatchObject({ reason: 'signedOut', changes: 1, onDevice: true })
    expect(server.sockets.size).toBe(0)
    const kept = new Y.Doc()
    for (const update of device.updates) Y.applyUpdate(kept, update)
    expect(kept.getText('title').toString()).toBe('mine')
  })

  it('goes on under a new session of the same person, without a word', async () => {
    const ada = visit()
    await server.settle()
    server.holdsStore = true
    type(ada, 'mine')
    stillSignedIn = vi.fn(() => Promise.reject(new Error('nobody answers')))
    server.closeAll('signedOut')
    await server.settle()
    expect(opened(ada).save.kind).toBe('offline')
    server.holdsStore = false
    await reconnect()
    stillSignedIn = async () => true
    server.closeAll('signedOut')
    await vi.advanceTimersByTimeAsync(1)
    await server.settle()
    expect(opened(ada).save.kind).toBe('saved')
    expect(server.doc.getText('title').toString()).toBe('mine')
  })

  it('ends when the server turns away somebody who is signed in', async () => {
    const ada = visit()
    await server.settle()
    stillSignedIn = vi.fn(async () => true)
    server.shuts = 'signedOut'
    server.closeAll('signedOut')
    await reconnect()
    await reconnect()
    expect(closed(ada).reason).toBe('signedOut')
    expect(stillSignedIn).toHaveBeenCalledOnce()
  })

  it('sends nothing of hers when somebody else has signed in here meanwhile', async () => {
    const ada = visit()
    await server.settle()
    server.down = true
    server.closeAll('restarting')
    type(ada, 'mine')
    server.down = false
    server.personId = 'p2'
    await reconnect()
    expect(closed(ada)).toMatchObject({ reason: 'signedOut', changes: 1 })
    expect(server.doc.getText('title').toString()).toBe('')
  })

  it('does not claim that a device without a copy kept the edits, and hands them back', async () => {
    const ada = visit(null)
    await server.settle()
    server.doc.getText('title').insert(0, 'Theirs. ')
    await server.settle()
    server.holdsStore = true
    type(ada, 'Mine')
    server.closeAll('signedOut')
    await server.settle()
    expect(ada.getState()).toMatchObject({ reason: 'signedOut', changes: 1, onDevice: false })
    expect(closed(ada).refused).toEqual({ reason: 'unkept', text: 'Theirs. Mine' })
  })

  it('hands back what the device turns out not to have kept, even after the end', async () => {
    const ada = visit()
    await server.settle()
    server.holdsStore = true
    const writeOn = device.hold()
    type(ada, 'mine')
    server.closeAll('signedOut')
    await server.settle()
    device.full = true
    writeOn()
    await server.settle()
    expect(closed(ada)).toMatchObject({ changes: 1, onDevice: false })
    expect(closed(ada).refused).toEqual({ reason: 'unkept', text: 'mine' })
    expect(ada.unstored).toBe(true)
  })

  it('hands back unstored words where access was taken, and keeps nothing else of the room', async () => {
    const ada = visit()
    await server.settle()
    server.doc.getMap('cards').set('one', new Y.Text('A secret of theirs'))
    await server.settle()
    server.holdsStore = true
    type(ada, 'mine')
    server.closeAll('noAccess')
    await server.settle()
    const refused = { reason: 'no-access', text: 'mine' }
    expect(ada.getState()).toMatchObject({ kind: 'closed', reason: 'noAccess', refused })
    expect(device.updates).toEqual([])
    ada.close()

    server.down = true
    const later = visit()
    await server.settle()
    expect(later.getState().kind).toBe('opening')
    server.down = false
    server.doc.getText('title').insert(0, 'Back')
    await reconnect()
    expect(opened(later).refused).toEqual(refused)
    opened(later).forgetRefused()
    expect(device.memo?.refused).toBe(null)
  })

  it('hands back words of an earlier visit, too', async () => {
    const before = visit()
    await server.settle()
    server.down = true
    server.closeAll('restarting')
    type(before, 'written on the train')
    await server.settle()
    before.close()
    const after = visit()
    await server.settle()
    server.closeAll('noAccess')
    server.down = false
    server.shuts = 'noAccess'
    await reconnect()
    expect(closed(after).refused?.text).toBe('written on the train')
  })

  it('takes back what the server calls a bad frame, and goes on instead of failing at every visit', async () => {
    const ada = visit()
    await server.settle()
    server.holdsStore = true
    type(ada, 'poison')
    server.closeAll('badFrame')
    await server.settle()
    server.holdsStore = false
    await server.settle()
    expect([read(ada), opened(ada).refused]).toEqual(['', { reason: 'bad-frame', text: 'poison' }])
    expect(device.updates).toEqual([])
    type(ada, 'fine')
    await server.settle()
    expect(opened(ada).save.kind).toBe('saved')
  })

  it('does not ask for ever when there is nothing to take back', async () => {
    const ada = visit()
    await server.settle()
    server.closeAll('badFrame')
    await reconnect()
    expect(closed(ada).reason).toBe('badFrame')
  })

  it('an older page reads only, and its own changes are not thrown away', async () => {
    const ada = visit()
    await server.settle()
    server.down = true
    server.closeAll('restarting')
    type(ada, 'later')
    server.down = false
    server.reload = true
    server.access = 'read'
    await reconnect()
    expect(opened(ada).save.kind).toBe('reload')
    expect(opened(ada).room.access).toBe('read')
    expect(read(ada)).toBe('later')
  })
})
