/** A reader comes in at a node that has not heard of what they have read at another. */
import { syncKinds } from '@atelier/shared/sync/messages'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { settled } from '../testing/test-clock'
import { roomId, world } from '../testing/two-people'

/** Ana writes at the first node, Ben is at the second, which hears nothing of it; Vera has read it. */
async function unheard() {
  const place = world(2)
  const ana = await place.join('ana')
  const ben = await place.join('ben', 'write', {}, 1)
  const vera = await place.join('vera', 'read')
  await place.clock.advance(5000)
  place.bus.loses = () => true
  return { place, ana, ben, vera }
}

test('[S4] what another node has stored is no writing of whoever read it there', async () => {
  const { place, ana, ben, vera } = await unheard()
  ana.text.insert(0, 'for all')
  await settled()
  expect([vera.text.toString(), ben.text.toString()]).toEqual(['for all', ''])
  await vera.reconnect({}, 1)
  expect(vera.client.refused).toEqual([])
  expect(vera.client.stored).toBe(vera.client.sent)
  expect(ben.text.toString()).toBe('for all')
  expect(place.store.rows(roomId)).toHaveLength(1)
})

test('[S4] what another node is about to store is waited for', async () => {
  const { place, ana, vera } = await unheard()
  place.store.hold()
  ana.text.insert(0, 'for all')
  await settled()
  await vera.reconnect({}, 1)
  expect(vera.client.refused).toEqual([])
  await place.store.release()
  await settled()
  await place.clock.advance(3000)
  expect(vera.client.refused).toEqual([])
  expect(vera.client.stored).toBe(vera.client.sent)
})

test('[S4] what a reader wrote is refused once the store is known, and from then on at once', async () => {
  const { place, ben, vera } = await unheard()
  const own = new Y.Doc()
  own.getText('body').insert(0, 'mine')
  vera.client.sendUpdate(Y.encodeStateAsUpdate(own), syncKinds.step2)
  await settled()
  expect(vera.client.refused).toEqual([])
  await place.clock.advance(3000)
  expect(vera.client.refused).toEqual([{ frame: vera.client.sent, reason: 'read-only' }])
  vera.client.sendUpdate(Y.encodeStateAsUpdate(own), syncKinds.step2)
  await settled()
  expect(vera.client.refused).toHaveLength(2)
  expect(ben.text.toString()).toBe('')
  expect(place.store.rows(roomId)).toHaveLength(0)
})

test('[S4] a look that came to nothing says nothing of what was sent meanwhile', async () => {
  const { place, vera } = await unheard()
  const own = new Y.Doc()
  own.getText('body').insert(0, 'mine')
  const stored = vera.client.stored
  vera.client.sendUpdate(Y.encodeStateAsUpdate(own), syncKinds.step2)
  await settled()
  vera.client.sendUpdate(Y.encodeStateAsUpdate(own), syncKinds.update)
  await place.clock.advance(10_000)
  expect(vera.client.refused).toEqual([{ frame: vera.client.sent, reason: 'read-only' }])
  expect(vera.client.stored).toBe(stored)
})
