import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { RoomClient } from '../testing/room-client'
import { settled } from '../testing/test-clock'
import { roomId, type World, world } from '../testing/two-people'

let place: World
/** Every frame somebody was sent, and whose it was. */
let sent: { client: RoomClient; frame: Uint8Array }[]

beforeEach(() => {
  sent = []
  const onFrame = RoomClient.prototype.onFrame
  vi.spyOn(RoomClient.prototype, 'onFrame').mockImplementation(function (
    this: RoomClient,
    frame: Uint8Array,
  ) {
    sent.push({ client: this, frame })
    onFrame.call(this, frame)
  })
})
afterEach(() => vi.restoreAllMocks())

const wasSent = ({ client }: { client: RoomClient }, words: string) =>
  sent.some(({ client: to, frame }) => to === client && Buffer.from(frame).includes(words))

describe('[S18] in a confidential room', () => {
  beforeEach(() => {
    place = world(2)
    place.isConfidential = true
  })

  test('whoever comes in is given what it says, and nothing that was deleted a moment before', async () => {
    const ana = await place.join('ana')
    ana.text.insert(0, 'what stays, and regretted words')
    await settled()
    ana.text.delete(10, 21)
    await settled()
    const ben = await place.join('ben', 'read')
    expect(ben.text.toString()).toBe('what stays')
    expect(wasSent(ben, 'what stays')).toBe(true)
    expect(wasSent(ben, 'regretted')).toBe(false)
    // Nothing they have is news to the room, so they are not refused what they never wrote.
    expect(ben.client.refused).toEqual([])
  })

  test('this is so on every node, and for whoever comes back', async () => {
    const ana = await place.join('ana')
    const cleo = await place.join('cleo', 'write', {}, 1)
    const ben = await place.join('ben', 'read', {}, 1)
    ben.wire.cut()
    ana.text.insert(0, 'regretted words, and what stays')
    await settled()
    expect(wasSent(cleo, 'regretted')).toBe(true)
    ana.text.delete(0, 21)
    await settled()
    await ben.reconnect()
    const dora = await place.join('dora', 'read', {}, 1)
    for (const late of [ben, dora]) {
      expect(late.text.toString()).toBe('what stays')
      expect(wasSent(late, 'regretted')).toBe(false)
    }
  })

  test('nor is it told later by a node that was not heard meanwhile', async () => {
    const ana = await place.join('ana')
    const cleo = await place.join('cleo', 'write', {}, 1)
    place.bus.cut()
    ana.text.insert(0, 'what stays, and regretted words')
    await settled()
    ana.text.delete(10, 21)
    await settled()
    expect(ana.client.isSaved).toBe(true)
    const ben = await place.join('ben', 'read', {}, 1)
    expect(ben.text.toString()).toBe('what stays')
    place.bus.mend()
    await settled()
    await place.clock.advance(20_000)
    for (const { text } of [ben, cleo]) expect(text.toString()).toBe('what stays')
    expect(wasSent(ben, 'regretted')).toBe(false)
  })

  test('whoever asks for all of it once more is given no more than that', async () => {
    const ana = await place.join('ana')
    const ben = await place.join('ben', 'read')
    ana.text.insert(0, 'regretted')
    await settled()
    ana.text.delete(0, 9)
    await settled()
    sent = []
    await ben.reconnect()
    expect(wasSent(ben, 'regretted')).toBe(false)
  })

  test('nothing that was written is lost by it, and what is written later fits in', async () => {
    const ana = await place.join('ana')
    ana.text.insert(0, 'one two three')
    await settled()
    ana.text.delete(3, 4)
    await settled()
    const ben = await place.join('ben')
    ben.text.insert(3, ' and')
    ana.text.insert(0, 'then ')
    await settled()
    for (const { text, client } of [ana, ben]) {
      expect(text.toString()).toBe('then one and three')
      expect(client.isSaved).toBe(true)
    }
    expect(place.store.rows(roomId).length).toBeGreaterThan(3)
    expect(place.logged).toEqual([])
  })
})

describe('[S5] in a confidential room', () => {
  test('nobody stays whose rights could not be asked twice; they come back when they can', async () => {
    place = world()
    place.isConfidential = true
    const ana = await place.join('ana')
    const ben = await place.join('ben')
    const may = place.answers.get('person-ana')
    place.answers.set('person-ana', 'failure')
    await place.clock.advance(40_000)
    expect(ana.client.closed).toBeNull()
    await place.clock.advance(60_000)
    expect(ana.client.closed?.reason).toBe('loadFailed')
    expect(ben.client.closed).toBeNull()
    if (may) place.answers.set('person-ana', may)
    await ana.reconnect()
    expect(ana.client.welcome?.access).toBe('write')
  })

  test('one question in vain throws nobody out, however often that happens', async () => {
    place = world()
    place.isConfidential = true
    const ana = await place.join('ana')
    const may = place.answers.get('person-ana')
    let asked = 0
    place.beforeAnswer = async () => {
      asked++
      place.answers.set('person-ana', asked % 2 === 1 && may ? may : 'failure')
    }
    await place.clock.advance(400_000)
    expect(asked).toBeGreaterThan(8)
    expect(ana.client.closed).toBeNull()
  })
})

test('in any other, it may be among what is sent until the log is squashed', async () => {
  place = world()
  const ana = await place.join('ana')
  ana.text.insert(0, 'regretted')
  await settled()
  ana.text.delete(0, 9)
  await settled()
  expect(wasSent(await place.join('ben'), 'regretted')).toBe(true)
})
