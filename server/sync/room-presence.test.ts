import * as encoding from 'lib0/encoding'
import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { settled } from '../testing/test-clock'
import { type Person, personOf, twoPeople, world } from '../testing/two-people'

const seenBy = (viewer: Person, of: Person) =>
  viewer.client.awareness.getStates().get(of.doc.clientID)

function presenceFrame(client: number, clock: number, state: unknown): Uint8Array {
  const body = encoding.createEncoder()
  encoding.writeVarUint(body, 1)
  encoding.writeVarUint(body, client)
  encoding.writeVarUint(body, clock)
  encoding.writeVarString(body, JSON.stringify(state))
  const frame = encoding.createEncoder()
  encoding.writeVarUint(frame, 1)
  encoding.writeVarUint8Array(frame, encoding.toUint8Array(body))
  return encoding.toUint8Array(frame)
}

test('[S12] people see who points where, with the name the server knows', async () => {
  const { ana, ben } = await twoPeople()
  ana.client.awareness.setLocalState({ card: 'c1', person: { name: 'THE CEO' }, colour: 'gold' })
  await settled()
  expect(seenBy(ben, ana)).toEqual({ card: 'c1', person: personOf('ana') })
})

test('[S12] whoever comes later sees it too, and it goes when its person goes', async () => {
  const place = await twoPeople()
  place.ana.client.awareness.setLocalState({ card: 'c1' })
  const cem = await place.join('cem')
  expect(seenBy(cem, place.ana)).toMatchObject({ card: 'c1' })
  place.ana.wire.cut()
  expect(seenBy(cem, place.ana)).toBeUndefined()
})

test('[S12] nobody speaks for somebody else', async () => {
  const { ana, ben } = await twoPeople()
  ana.client.awareness.setLocalState({ card: 'mine' })
  ben.client.sendRaw(presenceFrame(ana.doc.clientID, 999, { card: 'forged' }))
  ben.client.awareness.setLocalState({ card: 'his own' })
  ben.client.sendRaw(presenceFrame(ana.doc.clientID, 1000, null))
  await settled()
  expect(seenBy(ben, ana)).toMatchObject({ card: 'mine' })
  expect(seenBy(ana, ben)).toMatchObject({ card: 'his own', person: personOf('ben') })
  expect(ben.client.closed).toBeNull()
})

test('[S12] one connection is one presence: a second client id is not heard', async () => {
  const { ana, ben } = await twoPeople()
  ana.client.awareness.setLocalState({ card: 'one' })
  ana.client.sendRaw(presenceFrame(4711, 1, { card: 'two' }))
  await settled()
  expect([...ben.client.awareness.getStates().keys()]).toEqual([ana.doc.clientID])
})

test('[S12] more than two kilobytes are not passed on', async () => {
  const { ana, ben } = await twoPeople()
  ana.client.awareness.setLocalState({ card: 'x'.repeat(3000) })
  await settled()
  expect(seenBy(ben, ana)).toEqual({ person: personOf('ana') })
})

const root = { type: null, tname: 'body', item: null, assoc: -1 }
const beside = {
  type: { client: 7, clock: 0 },
  tname: null,
  item: { client: 7, clock: 3 },
  assoc: 0,
}

test('[S12] a caret is passed on in every shape an editor gives it', async () => {
  const { ana, ben } = await twoPeople()
  const types = ana.doc.getXmlFragment('page')
  types.insert(0, [new Y.XmlElement('p')])
  const paragraph = types.get(0) as Y.XmlElement
  paragraph.insert(0, [new Y.XmlText('words')])
  const given = [types, paragraph, paragraph.get(0) as Y.XmlText].flatMap((type) =>
    [-1, 0].map((assoc) => Y.createRelativePositionFromTypeIndex(type, type.length, assoc)),
  )
  for (const anchor of given) {
    ana.client.awareness.setLocalState({ cursor: { anchor, head: root } })
    const cursor = JSON.parse(JSON.stringify({ anchor, head: root }))
    expect(seenBy(ben, ana)).toEqual({ cursor, person: personOf('ana') })
  }
  // As Yjs itself writes one, leaving out what is null.
  const short = Y.relativePositionToJSON(given[0] as Y.RelativePosition)
  ana.client.awareness.setLocalState({ cursor: { anchor: short, head: short } })
  expect(seenBy(ben, ana)?.cursor).toMatchObject({ anchor: short, head: short })
  ana.client.awareness.setLocalState({ cursor: null })
  expect(seenBy(ben, ana)).toEqual({ cursor: null, person: personOf('ana') })
})

test.each([
  ['a clock below zero', { ...beside, item: { client: 7, clock: -1 } }],
  ['half a clock', { ...beside, item: { client: 7, clock: 0.5 } }],
  ['a clock beyond counting', { ...beside, item: { client: 7, clock: 1e300 } }],
  ['a client that is no number', { ...beside, item: { client: 'x', clock: 0 } }],
  ['an item that is a number', { item: 7 }],
  ['a type that is a number', { ...root, type: 7 }],
  ['a clock of a type below zero', { type: { client: 7, clock: -1 } }],
  ['a text', 'x'],
  ['a list', []],
  ['beside nothing', { type: null, tname: null, item: null, assoc: 0 }],
  ['a name that is a record', { tname: {} }],
  ['a name without end', { tname: 'x'.repeat(1000) }],
  ['a side there is not', { ...root, assoc: 'left' }],
  ['nothing', undefined],
])('[S12] a caret nobody’s editor sends is not passed on: %s', async (_, position) => {
  const { ana, ben } = await twoPeople()
  for (const cursor of [
    { anchor: position, head: root },
    { anchor: root, head: position },
  ]) {
    ana.client.awareness.setLocalState({ card: 'c1', cursor })
    expect(seenBy(ben, ana)).toEqual({ card: 'c1', person: personOf('ana') })
  }
  expect(ana.client.closed).toBeNull()
})

test('[S12] of a caret only the position is passed on, and of the rest only words', async () => {
  const { ana, ben } = await twoPeople()
  const cursor = { anchor: { ...root, more: 1 }, head: { ...beside, more: 1 }, more: 1 }
  ana.client.awareness.setLocalState({ cursor, card: { toString: 1 }, field: ['x'] })
  const passed = { anchor: root, head: beside }
  expect(seenBy(ben, ana)).toEqual({ cursor: passed, person: personOf('ana') })
})

test('[S12] a tab that comes back is seen again at once, before its old connection is noticed dead', async () => {
  const { ana, ben, rooms } = await twoPeople()
  ana.client.awareness.setLocalState({ card: 'before' })
  const oldWire = ana.wire
  oldWire.hold()
  oldWire.close = () => undefined
  ana.client.onClose(1006, '')
  Object.assign(ana, { wire: { cut: () => undefined } })
  await ana.reconnect()
  ana.client.awareness.setLocalState({ card: 'after' })
  await settled()
  expect(seenBy(ben, ana)).toMatchObject({ card: 'after' })
  oldWire.cut()
  expect(seenBy(ben, ana)).toMatchObject({ card: 'after' })
  expect(rooms).toBeDefined()
})

test('[S12] presence is seen again after the server was restarted', async () => {
  const place = await twoPeople()
  for (let i = 0; i < 50; i++) place.ana.client.awareness.setLocalState({ card: `card ${i}` })
  place.ana.wire.cut()
  place.ben.wire.cut()
  // No process starts within the millisecond in which the one before it spoke.
  vi.setSystemTime(Date.now() + 1)
  place.restart()
  await Promise.all([place.ana.reconnect(), place.ben.reconnect()])
  expect(seenBy(place.ben, place.ana)).toMatchObject({ card: 'card 49' })
  vi.useRealTimers()
})

test('[S12] its sender hears it back, so that a quiet line is known to be alive', async () => {
  const { ana, clock } = await twoPeople()
  let heard = 0
  const onFrame = ana.client.onFrame.bind(ana.client)
  ana.client.onFrame = (frame) => {
    heard++
    onFrame(frame)
  }
  // A minute of pointing, alone and without a word.
  for (let i = 0; i < 60; i++) {
    ana.client.awareness.setLocalState({ card: `c${i}` })
    await clock.advance(1000)
  }
  expect(heard).toBeGreaterThanOrEqual(10)
  expect(heard).toBeLessThanOrEqual(13)
  expect(ana.client.awareness.getLocalState()).toEqual({ card: 'c59' })
})

test('who asks for presence is answered, also when alone and while the database stalls', async () => {
  const place = world()
  const ana = await place.join('ana')
  place.store.hold()
  ana.text.insert(0, 'waiting')
  const heard: number[] = []
  ana.client.onFrame = (frame) => heard.push(frame[0] ?? -1)
  ana.client.sendRaw(new Uint8Array([3]))
  await settled()
  expect(heard).toEqual([1])
})

test('[S12] a new name is shown without anybody moving', async () => {
  const { ana, ben, answers, rooms } = await twoPeople()
  ana.client.awareness.setLocalState({ card: 'c1' })
  const renamed = { ...personOf('ana'), name: 'Ana Maria' }
  answers.set('person-ana', { kind: 'admitted', roomId: '', access: 'write', person: renamed })
  rooms.recheck({ personIds: ['person-ana'] })
  await settled()
  expect(seenBy(ben, ana)).toEqual({ card: 'c1', person: renamed })
})

test('[S12] two tabs of one person see each other', async () => {
  const place = world()
  const one = await place.join('ana')
  const two = await place.join('ana')
  one.client.awareness.setLocalState({ card: 'left' })
  two.client.awareness.setLocalState({ card: 'right' })
  await settled()
  expect(seenBy(one, two)).toMatchObject({ card: 'right' })
  expect(seenBy(two, one)).toMatchObject({ card: 'left' })
})
