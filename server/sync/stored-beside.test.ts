import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { settled } from '../testing/test-clock'
import { docRoom, roomId, world } from '../testing/two-people'

function written(words: string): Uint8Array {
  const doc = new Y.Doc()
  doc.getText('beside').insert(0, words)
  return Y.encodeStateAsUpdate(doc)
}

test('[S13] what is stored by another road comes at once to everybody in the room, on every node, and is stored once', async () => {
  const place = world(2)
  const ana = await place.join('ana')
  const ben = await place.join('ben', 'read', {}, 1)
  await place.store.append(roomId, written('All at once'), null)
  const rows = (await place.store.load(roomId))?.updates.length
  await place.rooms.takeStored(docRoom)
  await settled()
  for (const { doc } of [ana, ben]) expect(doc.getText('beside').toString()).toBe('All at once')
  expect((await place.store.load(roomId))?.updates.length).toBe(rows)
})

test('[S13] it comes later where the store could not be read at that moment, and nobody waits for that', async () => {
  const place = world()
  const ana = await place.join('ana')
  await place.store.append(roomId, written('All at once'), null)
  place.store.failsToLoad = true
  await place.rooms.takeStored(docRoom)
  await settled()
  expect(ana.doc.getText('beside').toString()).toBe('')
  place.store.failsToLoad = false
  await place.clock.advance(2000)
  expect(ana.doc.getText('beside').toString()).toBe('All at once')
})
