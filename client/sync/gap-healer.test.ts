import { expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import type { RoomClient } from './room-client'
import { opened, read, roomVisits } from './room-visits'

const { place, visit } = roomVisits()

const title = () => place.server.doc.getText('title')

/** What the server writes here gets lost on its way to whoever is in the room. */
function lost(write: () => void) {
  place.server.losesUpdates = true
  write()
  place.server.losesUpdates = false
}

async function visitAt(words: string): Promise<RoomClient> {
  title().insert(0, words)
  const ada = visit()
  await place.server.settle()
  place.server.asked = 0
  return ada
}

function expectEqual(client: RoomClient) {
  const { doc } = opened(client).room
  expect(Y.encodeSnapshot(Y.snapshot(doc))).toEqual(Y.encodeSnapshot(Y.snapshot(place.server.doc)))
  expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null])
  expect(read(client)).toBe(title().toString())
}

it('[S7] asks at once for what got lost on its way here, when the next words build on it', async () => {
  const ada = await visitAt('one')
  lost(() => title().insert(3, ' two'))
  title().insert(7, ' three')
  await place.server.settle()
  expect(read(ada)).toBe('one two three')
  expectEqual(ada)
  expect(place.server.asked).toBe(1)
})

it('[S7] asks at once, too, when what got lost is deleted again', async () => {
  const ada = await visitAt('one')
  lost(() => title().insert(3, ' two'))
  title().delete(3, 4)
  await place.server.settle()
  expectEqual(ada)
  expect(place.server.asked).toBe(1)
})

it('[S7] asks once, however much builds on it before the answer is here', async () => {
  const ada = await visitAt('one')
  lost(() => title().insert(3, ' two'))
  for (const letter of ' three') title().insert(title().length, letter)
  await place.server.settle()
  expectEqual(ada)
  expect(place.server.asked).toBe(1)
})

it('[S7] asks anew for the next gap, however soon it comes', async () => {
  const ada = await visitAt('one')
  for (const words of [' two', ' four']) {
    lost(() => title().insert(title().length, words))
    title().insert(title().length, ' and')
    await place.server.settle()
  }
  expectEqual(ada)
  expect(place.server.asked).toBe(2)
})

it('[S7] asks again after a while when the question or its answer got lost as well', async () => {
  const ada = await visitAt('one')
  lost(() => title().insert(3, ' two'))
  title().insert(7, ' three')
  place.server.silent = true
  await place.server.settle()
  expect(read(ada)).toBe('one')
  place.server.silent = false
  await vi.advanceTimersByTimeAsync(15_000)
  await place.server.settle()
  expectEqual(ada)
})

it('[S7] does not ask twice for everything when words arrive before a new connection is answered', async () => {
  const ada = await visitAt('one')
  place.server.closeAll('restarting')
  title().insert(3, ' two')
  await vi.advanceTimersByTimeAsync(30_000)
  // Once the client is in, and before its question is heard.
  place.server.later(() => title().insert(7, ' three'))
  await place.server.settle()
  expectEqual(ada)
  expect(place.server.asked).toBe(1)
})

it('[S7] does not ask on and on when the answer does not help', async () => {
  await visitAt('one')
  const elsewhere = new Y.Doc()
  elsewhere.getText('title').insert(0, 'never sent')
  elsewhere.on('update', (update) => place.server.tell(update))
  elsewhere.getText('title').insert(10, ' and sent')
  await place.server.settle()
  expect(place.server.asked).toBe(1)
})
