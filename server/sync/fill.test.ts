import { limits } from '@atelier/shared/sync/limits'
import { contentVersions } from '@atelier/shared/sync/messages'
import { roomName } from '@atelier/shared/sync/room-name'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { settled } from '../testing/test-clock'
import { docRoom, roomId, world } from '../testing/two-people'

/** A room with two people, whose log has so many percent of the bytes it may have. */
async function roomThatIsFull(percent: number) {
  const place = world()
  place.store.create(roomId, large((percent / 100) * limits.roomBytes))
  const ana = await place.join('ana')
  const ben = await place.join('ben')
  return Object.assign(place, { ana, ben })
}

function large(bytes: number): Uint8Array {
  const doc = new Y.Doc()
  doc.getMap('files').set('large', new Uint8Array(bytes - 100))
  return Y.encodeStateAsUpdate(doc)
}

const percent = (share: number) => 'x'.repeat((share / 100) * limits.roomBytes)

test('[S16] whoever comes into a room that is 80 % full is warned, and into any other is not', async () => {
  const nearly = await roomThatIsFull(79.9)
  expect([nearly.ana.client.fills, nearly.ben.client.fills]).toEqual([[], []])
  const full = await roomThatIsFull(84.5)
  expect([full.ana.client.fills, full.ben.client.fills]).toEqual([[84], [84]])
  const vera = await full.join('vera', 'read')
  expect(vera.client.fills).toEqual([84])
})

test('[S16] everybody is warned when the room gets 80 % full, and again at every further 5 %', async () => {
  const { ana, ben } = await roomThatIsFull(79.5)
  ana.text.insert(0, percent(0.6))
  expect([ana.client.fills, ben.client.fills]).toEqual([[80], [80]])
  ben.text.insert(0, percent(4))
  ben.text.insert(0, 'a few words more')
  expect(ana.client.fills).toEqual([80])
  ana.text.insert(0, percent(1))
  expect([ana.client.fills, ben.client.fills]).toEqual([
    [80, 85],
    [80, 85],
  ])
})

test('[S16] everybody is told when a squash makes room again', async () => {
  const place = world()
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update) => updates.push(update))
  for (const bytes of [1, 8, 8])
    doc.getMap('files').set('large', new Uint8Array(bytes * 1024 * 1024))
  place.store.create(roomId, ...updates)
  const ana = await place.join('ana')
  expect(ana.client.fills).toEqual([85])
  await place.clock.advance(60_000)
  expect(place.store.squashes).toBe(1)
  expect(ana.client.fills).toEqual([85, 40])
})

test('[S16] a squash of a room with space is no news', async () => {
  const place = await roomThatIsFull(10)
  for (let i = 0; i < 300; i++) place.ana.text.insert(i, 'x')
  await place.clock.advance(60_000)
  expect(place.store.squashes).toBe(1)
  expect([place.ana.client.fills, place.ben.client.fills]).toEqual([[], []])
})

test('[S16] the warning and the refusal ask the same number', async () => {
  const { ana, ben } = await roomThatIsFull(98.9)
  ana.text.insert(0, percent(1.2))
  await settled()
  expect(ana.client.refused).toMatchObject([{ reason: 'too-large' }])
  expect(ben.client.fills).toEqual([98])
  ben.text.insert(0, percent(1))
  await settled()
  expect(ben.client.isSaved).toBe(true)
})

test('[S16] the server’s own words, which are never refused, are warned of as well', async () => {
  const { ana, rooms } = await roomThatIsFull(79.5)
  await rooms.edit(docRoom, (doc) => doc.getText('body').insert(0, percent(25)))
  expect(ana.client.fills).toEqual([100])
})

test('[S16] a section of a journal is full sooner: all of it is looked at whenever somebody comes in', async () => {
  const place = world()
  const name = roomName('section', roomId)
  const ana = await place.join('ana', 'write', { room: name, content: contentVersions.section })
  ana.text.insert(0, 'x'.repeat(0.9 * limits.sectionBytes))
  await settled()
  expect(ana.client.fills).toEqual([90])
  ana.text.insert(0, 'x'.repeat(0.2 * limits.sectionBytes))
  await settled()
  expect(ana.client.refused).toMatchObject([{ reason: 'too-large' }])
})
