import { expect, test } from 'vitest'
import { settled } from '../testing/test-clock'
import { docRoom, roomId, twoPeople, world } from '../testing/two-people'

test('[S9] a cold room is read once however many join at the same moment', async () => {
  const place = world()
  place.store.hold()
  const joining = ['ana', 'ben', 'cem', 'dua'].map((name) => place.join(name))
  const people = await Promise.all(joining)
  await place.store.release()
  people[0]?.text.insert(0, 'one room')
  await settled()
  expect(place.store.loads).toBe(1)
  expect(people.map(({ text }) => text.toString())).toEqual(Array(4).fill('one room'))
})

test('[S9] what arrives before the room is loaded waits, and nothing is answered before', async () => {
  const place = world()
  place.store.hold()
  const ana = await place.join('ana')
  ana.text.insert(0, 'early')
  await settled()
  expect(ana.client.welcome).toBeNull()
  await place.store.release()
  await settled()
  expect(ana.client.welcome).not.toBeNull()
  expect(ana.client.isSaved).toBe(true)
  expect(place.store.rows(roomId)).toHaveLength(1)
})

test('[S9] a room that cannot be loaded is never shown as an empty one, and may be tried again', async () => {
  const place = world()
  place.store.failsToLoad = true
  const ana = await place.join('ana')
  expect(ana.client.closed?.reason).toBe('loadFailed')
  expect(ana.client.welcome).toBeNull()
  place.store.failsToLoad = false
  await ana.reconnect()
  expect(ana.client.welcome).not.toBeNull()
})

test('[S9] a room nobody created is not created by asking for it', async () => {
  const place = world()
  const missing = 'doc:00000000-0000-4000-8000-000000000000' as const
  const ana = await place.join('ana', 'write', { room: missing })
  expect(ana.client.closed?.reason).toBe('noAccess')
  await expect(place.rooms.edit(missing, () => undefined)).rejects.toMatchObject({
    code: 'not-found',
  })
})

test('[S10] a room stays in memory while something is unstored, even when everybody has left', async () => {
  const { ana, ben, store, clock, rooms } = await twoPeople()
  store.failsToAppend = true
  ana.text.insert(0, 'held')
  await settled()
  ana.wire.cut()
  ben.wire.cut()
  await clock.advance(120_000)
  await ben.reconnect()
  expect(store.loads).toBe(1)
  expect(ben.text.toString()).toBe('held')
  expect(rooms.whoIsHere([docRoom]).get(docRoom)).toHaveLength(1)
})

test('[S10] a quiet empty room is put away, and read again for whoever comes next', async () => {
  const { ana, ben, store, clock } = await twoPeople()
  ana.text.insert(0, 'later')
  ana.wire.cut()
  ben.wire.cut()
  await clock.advance(120_000)
  await ben.reconnect()
  expect(store.loads).toBe(2)
  expect(ben.text.toString()).toBe('later')
})

test('[S10] somebody who comes back while a room is being put away finds it whole', async () => {
  const { ana, ben, clock } = await twoPeople()
  ben.wire.cut()
  ana.text.insert(0, 'a')
  ana.wire.cut()
  for (let ms = 0; ms < 60_000; ms += 5000) {
    await clock.advance(5000)
    const comingBack = ana.reconnect()
    await comingBack
    ana.text.insert(0, 'b')
    ana.wire.cut()
  }
  await ana.reconnect()
  await ben.reconnect()
  expect(ben.text.toString()).toBe(ana.text.toString())
  expect(ana.client.isSaved).toBe(true)
})

test('a room that falls quiet is settled once, and squashed when its log is long', async () => {
  const { ana, clock, settledRooms, store } = await twoPeople()
  for (let i = 0; i < 300; i++) ana.text.insert(i, 'x')
  await settled()
  expect(settledRooms).toHaveLength(0)
  await clock.advance(60_000)
  expect(settledRooms.map(({ room }) => room)).toEqual([docRoom])
  expect(store.squashes).toBe(1)
  expect(store.rows(roomId)).toHaveLength(1)
  expect(ana.client.closed).toBeNull()
})

test('a room that is only read is squashed too when its log is long, once', async () => {
  const place = world()
  for (let i = 0; i < 300; i++) await place.store.append(roomId, new Uint8Array([0, 0]), null)
  await place.join('vera', 'read')
  await place.clock.advance(60_000)
  expect(place.store.squashes).toBe(1)
  expect(place.store.rows(roomId)).toHaveLength(1)
  expect(place.settledRooms).toHaveLength(0)
})

test('a room is settled as soon as the last person leaves, but only once it is stored', async () => {
  const { ana, ben, settledRooms, store } = await twoPeople()
  store.hold()
  ana.text.insert(0, 'title')
  ana.wire.cut()
  ben.wire.cut()
  await settled()
  expect(settledRooms).toHaveLength(0)
  await store.release()
  await settled()
  expect(settledRooms).toHaveLength(1)
})

test('a room whose summary fails is tried again, and in the end put away all the same', async () => {
  const place = await twoPeople()
  place.failsToSettle = true
  place.ana.text.insert(0, 'title')
  place.ana.wire.cut()
  place.ben.wire.cut()
  await place.clock.advance(20_000)
  expect(place.settledRooms.length).toBe(2)
  await place.clock.advance(20_000)
  await place.ben.reconnect()
  expect(place.store.loads).toBe(2)
  expect(place.ben.text.toString()).toBe('title')
})

test('a room stays for a moment after the last person left, for whoever only reloads the page', async () => {
  const { ana, ben, clock, store } = await twoPeople()
  await clock.advance(3_600_000)
  ben.wire.cut()
  ana.wire.cut()
  await clock.advance(10_000)
  await ana.reconnect()
  expect(store.loads).toBe(1)
})

test('[S13] the server writes by the same road: people see it, and it is stored when told so', async () => {
  const { ana, rooms, store } = await twoPeople()
  store.hold()
  let isDone = false
  const write = rooms.edit(docRoom, (doc) => doc.getText('body').insert(0, 'import'))
  const editing = write.then(() => {
    isDone = true
  })
  await settled()
  expect(isDone).toBe(false)
  expect(ana.text.toString()).toBe('import')
  await store.release()
  await editing
  expect(store.rows(roomId)).toHaveLength(1)
})

test('[S2] going down stores everything first and sends everybody away to come back', async () => {
  const place = await twoPeople()
  place.store.hold()
  place.ana.text.insert(0, 'last words')
  const closing = place.rooms.close()
  await settled()
  expect(place.ana.client.closed).toBeNull()
  await place.store.release()
  await closing
  expect(place.ana.client.closed).toEqual({ code: 1012, reason: 'restarting' })
  expect(place.ana.client.stored).toBe(2)
  place.restart()
  await place.ben.reconnect()
  expect(place.ben.text.toString()).toBe('last words')
})

test('who is here is each person once, and every coming and going is told', async () => {
  const place = await twoPeople()
  const again = await place.join('ana')
  const names = () =>
    place.rooms
      .whoIsHere([docRoom])
      .get(docRoom)
      ?.map(({ name }) => name)
  expect(names()).toEqual(['ana', 'ben'])
  place.ana.wire.cut()
  expect(names()).toContain('ana')
  again.wire.cut()
  expect(names()).toEqual(['ben'])
  expect(place.peopleChanges).toHaveLength(5)
})
