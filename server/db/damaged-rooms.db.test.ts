/** Bits flipped where rooms are kept: what is still good opens, and the rest is kept for people. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { type RoomDatabase, roomDatabase } from '../testing/room-database'
import { postgresRoomStore } from './postgres-room-store'

let database: RoomDatabase
let room: string
let other: string
beforeAll(async () => {
  database = await roomDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  database.told.length = 0
  room = await database.createRoom()
  other = await database.createRoom()
  await type(other, 'next door')
})

const aStore = () => postgresRoomStore(database.pool, { log: database.log })

/** Each letter is a row, and builds on the one before it. */
async function type(roomId: string, text: string, doc = new Y.Doc()): Promise<void> {
  const store = aStore()
  const stored: Promise<void>[] = []
  const append = (update: Uint8Array) => void stored.push(store.append(roomId, update, null))
  doc.on('update', append)
  for (const letter of text) doc.getText('body').insert(doc.getText('body').length, letter)
  doc.off('update', append)
  await Promise.all(stored)
}

async function textOf(roomId: string, store = aStore()): Promise<string> {
  const doc = new Y.Doc()
  for (const { update } of (await store.load(roomId))?.updates ?? []) Y.applyUpdate(doc, update)
  expect(doc.store.pendingStructs).toBeNull()
  return doc.getText('body').toString()
}

type Kept = { seq: string; bytes: Buffer; why: string }
async function inQuarantine(roomId = room): Promise<Kept[]> {
  const { rows } = await database.pool.query<Kept>(
    'select seq, bytes, why from room_updates_quarantined where room_id = $1 order by seq',
    [roomId],
  )
  return rows
}

async function bytesOf(roomId: string): Promise<string[]> {
  const { rows } = await database.pool.query<{ bytes: Buffer }>(
    'select bytes from room_updates where room_id = $1 order by seq',
    [roomId],
  )
  return rows.map(({ bytes }) => bytes.toString('hex'))
}

const untouched = async (work: () => Promise<void>) => {
  const before = await bytesOf(other)
  await work()
  expect(await bytesOf(other)).toEqual(before)
  expect(await inQuarantine(other)).toEqual([])
}

test('[S9] a damaged row is set aside as it is, told with room and place, and all else stays', () =>
  untouched(async () => {
    await type(room, 'words')
    const seqs = await database.seqs(room)
    const last = seqs.at(-1) ?? ''
    const before = await bytesOf(room)
    await database.flipBit(last)
    const damaged = (await bytesOf(room)).at(-1)

    expect(await textOf(room)).toBe('word')
    expect(await bytesOf(room)).toEqual(before.slice(0, -1))
    const [kept, ...more] = await inQuarantine()
    expect(more).toEqual([])
    expect(kept).toMatchObject({ seq: last, why: 'its checksum is wrong' })
    expect(kept?.bytes.toString('hex')).toBe(damaged)
    expect(database.told).toMatchObject([{ room, seq: last, why: 'its checksum is wrong' }])
  }))

test('[S3] what builds on a damaged row is set aside with it, so that a room opens with nothing pending', async () => {
  const alice = new Y.Doc()
  await type(room, 'ab', alice)
  const ben = new Y.Doc()
  Y.applyUpdate(ben, Y.encodeStateAsUpdate(alice))
  await type(room, 'cd', alice)
  await type(room, 'yz', ben)
  const seqs = await database.seqs(room)
  await database.flipBit(seqs[2] ?? '')

  expect(await textOf(room)).toBe('abyz')
  expect((await inQuarantine()).map(({ seq, why }) => [seq, why])).toEqual([
    [seqs[2], 'its checksum is wrong'],
    [seqs[3], 'it builds on something that is missing'],
  ])
  expect(await database.seqs(room)).toEqual([seqs[0], seqs[1], seqs[4], seqs[5]])
})

test('[S9] whoever has the lost words brings them back, and they are stored again', async () => {
  const alice = new Y.Doc()
  await type(room, 'abc', alice)
  await database.flipBit((await database.seqs(room))[1] ?? '')
  expect(await textOf(room)).toBe('a')
  await aStore().append(room, Y.encodeStateAsUpdate(alice), null)
  expect(await textOf(room)).toBe('abc')
})

test('[S11] what a squash replaced is kept until the next one has read its row back', async () => {
  const doc = new Y.Doc()
  await type(room, 'first', doc)
  const first = await database.seqs(room)
  await aStore().squash(room)
  expect(await database.seqs(room, 'room_updates_replaced')).toEqual(first)
  await type(room, ' second', doc)
  const second = await database.seqs(room)
  await aStore().squash(room)
  expect(await database.seqs(room, 'room_updates_replaced')).toEqual(second)
  expect(await textOf(room)).toBe('first second')
})

test('[S9] a damaged squash is replaced by what it had replaced, once, however many nodes load it', () =>
  untouched(async () => {
    const doc = new Y.Doc()
    await type(room, 'once', doc)
    await aStore().squash(room)
    await type(room, ' and', doc)
    await aStore().squash(room)
    await type(room, ' since', doc)
    const [squash = ''] = await database.seqs(room)
    await database.flipBit(squash)

    const texts = await Promise.all(Array.from({ length: 6 }, () => textOf(room)))
    expect(new Set(texts)).toEqual(new Set(['once and since']))
    expect((await inQuarantine()).map(({ seq }) => seq)).toEqual([squash])
    expect(await database.seqs(room, 'room_updates_replaced')).toEqual([])
    await aStore().squash(room)
    expect(await textOf(room)).toBe('once and since')
  }))

test('[S9] a room whose beginning is lost, here and in reserve, does not open, and stays as it is', async () => {
  const doc = new Y.Doc()
  await type(room, 'early', doc)
  await aStore().squash(room)
  await type(room, ' late', doc)
  const [squash = ''] = await database.seqs(room)
  const [beginning = ''] = await database.seqs(room, 'room_updates_replaced')
  await database.flipBit(squash)
  await database.flipBit(beginning, 'room_updates_replaced')
  const before = await bytesOf(room)

  await expect(aStore().load(room)).rejects.toThrow(room)
  await expect(aStore().load(room)).rejects.toThrow(room)
  expect(await bytesOf(room)).toEqual(before)
  expect(await inQuarantine()).toEqual([])
  expect(database.told).toContainEqual(expect.objectContaining({ room, seq: squash }))
})

test('rows from before there were checksums are opened, and squashed into one that has one', async () => {
  await type(room, 'long ago')
  await database.pool.query('update room_updates set checksum = null where room_id = $1', [room])
  expect(await textOf(room)).toBe('long ago')
  await aStore().squash(room)
  await database.flipBit((await database.seqs(room))[0] ?? '')
  expect(await textOf(room)).toBe('long ago')
})
