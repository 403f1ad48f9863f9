import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { FakeRoomServer } from '../sync/fake-room-server'
import { RoomClient } from '../sync/room-client'
import { enterRoom, forgetRooms, leaveRoom } from '../sync/room-clients'
import { watchSending } from './watch-sending'

const name = 'section:00000000-0000-4000-8000-000000000001'
let server: FakeRoomServer

const enter = () =>
  enterRoom(
    name,
    () =>
      new RoomClient(name, {
        ...{ url: 'ws://test/ws/rooms', Socket: server.Socket, random: () => 0.5, now: Date.now },
        ...{ personId: 'p1', stillSignedIn: async () => false, openCopy: null },
        reportCopyError: vi.fn(),
      }),
  )
function write(client: RoomClient) {
  const state = client.getState()
  if (state.kind !== 'open') throw new Error(`room is ${state.kind}`)
  state.room.doc.getText('title').insert(0, 'mine')
}

beforeEach(() => {
  vi.useFakeTimers()
  server = new FakeRoomServer()
})
afterEach(() => {
  forgetRooms()
  vi.useRealTimers()
})

test('what a room sends that was opened later is heard of', async () => {
  let unsent = [name]
  const onSent = vi.fn()
  watchSending(async () => unsent, onSent)
  const client = enter()
  await server.settle()
  write(client)
  leaveRoom(name)
  unsent = []
  await server.settle()
  expect(onSent).toHaveBeenCalledTimes(1)
})

test('so is what is sent, and left, while it is being looked for', async () => {
  const client = enter()
  await server.settle()
  write(client)
  await server.settle()
  const answers: ((found: string[]) => void)[] = []
  const onSent = vi.fn()
  watchSending(() => new Promise((resolve) => answers.push(resolve)), onSent)
  // Everything was stored before, so this says nothing but that the room is over.
  leaveRoom(name)
  answers[0]?.([name])
  answers[1]?.([])
  await server.settle()
  expect(onSent).toHaveBeenCalledTimes(1)
})

test('nothing is said twice, nor to who does not listen any more', async () => {
  const onSent = vi.fn()
  const stop = watchSending(async () => [name], onSent)
  stop()
  watchSending(async () => [], onSent)
  enter()
  await server.settle()
  leaveRoom(name)
  await server.settle()
  expect(onSent).toHaveBeenCalledTimes(1)
})
