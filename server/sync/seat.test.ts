import { syncKinds } from '@atelier/shared/sync/messages'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { settled } from '../testing/test-clock'
import { roomId, twoPeople, world } from '../testing/two-people'
import { squashed } from './squashed'
import { encodeSync } from './sync-frames'

const storedText = (rows: readonly Uint8Array[]) => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, squashed(rows))
  return doc.getText('body').toString()
}

/** An update that builds on one nobody has sent. */
function updateWithGap(): { first: Uint8Array; second: Uint8Array } {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update) => updates.push(update))
  doc.getText('body').insert(0, 'one')
  doc.getText('body').insert(3, ' two')
  return { first: updates[0] as Uint8Array, second: updates[1] as Uint8Array }
}

describe('two people in one room', () => {
  test('[S3] see each other type, and the room is stored', async () => {
    const { ana, ben, store } = await twoPeople()
    ana.text.insert(0, 'Hello')
    ben.text.insert(5, ' Ana')
    await settled()
    expect(ana.text.toString()).toBe('Hello Ana')
    expect(ben.text.toString()).toBe('Hello Ana')
    expect(storedText(store.rows(roomId))).toBe('Hello Ana')
    expect(ana.client.isSaved && ben.client.isSaved).toBe(true)
  })

  test('[S3] what both wrote while offline is merged when they come back', async () => {
    const { ana, ben } = await twoPeople()
    ana.text.insert(0, 'shared ')
    ana.wire.cut()
    ben.wire.cut()
    ana.text.insert(7, 'from Ana')
    ben.text.delete(0, 3)
    await Promise.all([ana.reconnect(), ben.reconnect()])
    expect(ana.text.toString()).toBe('red from Ana')
    expect(ben.text.toString()).toBe(ana.text.toString())
    expect(ana.client.isSaved && ben.client.isSaved).toBe(true)
  })

  test('[S3] a client that missed only deletions catches up', async () => {
    const { ana, ben } = await twoPeople()
    ana.text.insert(0, 'keep drop')
    ben.wire.cut()
    ana.text.delete(4, 5)
    await ben.reconnect()
    expect(ben.text.toString()).toBe('keep')
  })
})

describe('stored(n)', () => {
  test('[S1] is not said before the database has committed, though others see the edit', async () => {
    const { ana, ben, store } = await twoPeople()
    store.hold()
    ana.text.insert(0, 'slow')
    await settled()
    expect(ben.text.toString()).toBe('slow')
    expect(ana.client.isSaved).toBe(false)
    await store.release()
    expect(ana.client.isSaved).toBe(true)
  })

  test('[S1] counts deletions, which move no clock', async () => {
    const { ana, store } = await twoPeople()
    ana.text.insert(0, 'abc')
    await settled()
    const before = ana.client.stored
    store.hold()
    ana.text.delete(0, 1)
    await settled()
    expect(ana.client.stored).toBe(before)
    await store.release()
    expect(ana.client.stored).toBe(before + 1)
    expect(storedText(store.rows(roomId))).toBe('bc')
  })

  test('[S1] needs no row for a sync step 2 that says nothing new, and still counts it', async () => {
    const { ana, store } = await twoPeople()
    expect(store.rows(roomId)).toHaveLength(0)
    expect(ana.client.sent).toBe(1)
    expect(ana.client.stored).toBe(1)
  })

  test('[S1] is not said for an edit that another connection brought and nobody has stored yet', async () => {
    const { ana, store } = await twoPeople()
    store.hold()
    ana.text.insert(0, 'once')
    await ana.reconnect()
    expect(ana.client.sent).toBeGreaterThan(0)
    expect(ana.client.isSaved).toBe(false)
    await store.release()
    expect(ana.client.isSaved).toBe(true)
    expect(store.rows(roomId)).toHaveLength(1)
  })

  test('[S1] is kept apart for each connection', async () => {
    const { ana, ben } = await twoPeople()
    ana.text.insert(0, 'a')
    ana.text.insert(1, 'b')
    await settled()
    expect(ana.client.stored).toBe(3)
    expect(ben.client.stored).toBe(1)
  })

  test('[S2] an append that fails is tried again until it works, even when its author has left', async () => {
    const { ana, ben, store, clock } = await twoPeople()
    store.failsToAppend = true
    ana.text.insert(0, 'kept')
    await settled()
    ana.wire.cut()
    await clock.advance(20_000)
    expect(store.rows(roomId)).toHaveLength(0)
    store.failsToAppend = false
    await clock.advance(20_000)
    expect(storedText(store.rows(roomId))).toBe('kept')
    ben.text.insert(4, '!')
    await settled()
    expect(ben.client.isSaved).toBe(true)
  })

  test('[S2] whoever comes while the database is away sees the edits, but nobody is told they are stored', async () => {
    const place = await twoPeople()
    place.store.failsToAppend = true
    place.ana.text.insert(0, 'not yet')
    await settled()
    const cem = await place.join('cem')
    expect(cem.text.toString()).toBe('not yet')
    cem.text.insert(0, 'mine ')
    await place.clock.advance(5000)
    expect(place.ana.client.isSaved).toBe(false)
    expect(cem.client.isSaved).toBe(false)
  })
})

describe('a gap', () => {
  test('[S7] is not kept waiting: the server asks, and counts the frame with the answer', async () => {
    const { ana, ben, store } = await twoPeople()
    const { first, second } = updateWithGap()
    ana.client.sendUpdate(second)
    await settled()
    // Ana's client does not hold what it sent here, so its own answer heals nothing but the count.
    expect(ana.client.step1s).toBe(2)
    expect(ben.text.toString()).toBe('')
    expect(store.rows(roomId)).toHaveLength(0)
    ana.client.sendUpdate(first)
    ana.client.sendUpdate(second)
    await settled()
    expect(ben.text.toString()).toBe('one two')
    expect(ana.client.isSaved).toBe(true)
  })

  test('[S1] is not called stored before it is healed', async () => {
    const { ana, ben } = await twoPeople()
    ana.wire.cut()
    ana.text.insert(0, 'offline ')
    await ana.reconnect()
    const before = ana.client.stored
    // The frame that carries "lost" never arrives.
    const send = ana.client.sendUpdate
    ana.client.sendUpdate = () => undefined
    ana.text.insert(8, 'lost ')
    ana.client.sendUpdate = send
    ana.wire.hold()
    ana.text.insert(13, 'later')
    expect(ana.client.stored).toBe(before)
    ana.wire.deliver()
    await settled()
    expect(ben.text.toString()).toBe('offline lost later')
    expect(ana.client.isSaved).toBe(true)
  })

  test('[S6] that never heals closes the connection instead of asking for ever', async () => {
    const { ana, ben } = await twoPeople()
    const { second } = updateWithGap()
    ana.client.onFrame = () => undefined
    for (let i = 0; i < 10; i++) ana.client.sendUpdate(second, syncKinds.step2)
    await settled()
    expect(ana.client.closed).toEqual({ code: 4400, reason: 'badFrame' })
    expect(ben.client.closed).toBeNull()
  })
})

describe('a reader', () => {
  test('[S4] may read, and its empty answer to step 1 is no write', async () => {
    const place = await twoPeople()
    place.ana.text.insert(0, 'for all')
    const vera = await place.join('vera', 'read')
    expect(vera.client.welcome?.access).toBe('read')
    expect(vera.text.toString()).toBe('for all')
    expect(vera.client.refused).toEqual([])
  })

  test.each([
    ['an update', syncKinds.update],
    ['a sync step 2', syncKinds.step2],
  ])('[S4] changes nothing by %s, and is told so', async (_, kind) => {
    const place = await twoPeople()
    const vera = await place.join('vera', 'read')
    const frames = vera.client.sent
    const { first } = updateWithGap()
    vera.client.sendUpdate(first, kind)
    await settled()
    expect(vera.client.refused).toEqual([{ frame: frames + 1, reason: 'read-only' }])
    expect(place.ana.text.toString()).toBe('')
    expect(place.store.rows(roomId)).toHaveLength(0)
    expect(vera.client.stored).toBe(frames)
    expect(vera.client.closed).toBeNull()
  })

  test('[S4] deletes nothing by a sync step 2 that holds only deletions', async () => {
    const place = await twoPeople()
    place.ana.text.insert(0, 'stays')
    const vera = await place.join('vera', 'read')
    vera.text.delete(0, 5)
    vera.client.sendUpdate(Y.encodeStateAsUpdate(vera.doc), syncKinds.step2)
    await settled()
    expect(place.ana.text.toString()).toBe('stays')
    expect(vera.client.refused.length).toBe(2)
  })

  test.each([4, 5, 6, 2, 99])('[S4] is answered and sent away for opcode %d', async (opcode) => {
    const place = await twoPeople()
    const vera = await place.join('vera', 'read')
    vera.client.sendRaw(new Uint8Array([opcode, 1, 0]))
    await settled()
    expect(vera.client.refused).toHaveLength(1)
    expect(vera.client.closed?.reason).toBe('badFrame')
    expect(place.store.rows(roomId)).toHaveLength(0)
  })
})

test('[S14] a client that knows an older content only reads, and is asked to reload', async () => {
  const place = world()
  const ana = await place.join('ana', 'write', { content: 0 })
  expect(ana.client.welcome).toMatchObject({ access: 'read', reload: true })
  ana.text.insert(0, 'old')
  await settled()
  expect(ana.client.refused.at(-1)?.reason).toBe('read-only')
  expect(place.store.rows(roomId)).toHaveLength(0)
})

test('[S16] a room that is full refuses more, and says so', async () => {
  const place = world()
  const full = new Y.Doc()
  full.getMap('files').set('large', new Uint8Array(20 * 1024 * 1024 - 1000))
  place.store.create(roomId, Y.encodeStateAsUpdate(full))
  const ana = await place.join('ana')
  ana.text.insert(0, 'fits')
  await settled()
  expect(ana.client.isSaved).toBe(true)
  ana.text.insert(0, 'x'.repeat(2000))
  await settled()
  expect(ana.client.refused[0]?.reason).toBe('too-large')
  expect(ana.client.isSaved).toBe(false)
  expect(place.store.rows(roomId)).toHaveLength(2)
})

test('[S7] what got lost on its way to a client comes when it next asks, deletions too', async () => {
  const { ana, ben } = await twoPeople()
  ana.text.insert(0, 'kept lost')
  await settled()
  const { onFrame } = ben.client
  ben.client.onFrame = () => undefined
  ana.text.delete(0, 5)
  ana.text.insert(4, ' and found')
  await settled()
  ben.client.onFrame = onFrame
  expect(ben.text.toString()).toBe('kept lost')
  ben.client.sendRaw(encodeSync(syncKinds.step1, Y.encodeStateVector(ben.doc)))
  expect(ben.text.toString()).toBe('lost and found')
  expect(Y.encodeSnapshot(Y.snapshot(ben.doc))).toEqual(Y.encodeSnapshot(Y.snapshot(ana.doc)))
})
