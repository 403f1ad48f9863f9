import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { type RoomDatabase, roomDatabase } from '../testing/room-database'
import { postgresRoomStore } from './postgres-room-store'
import { scrub } from './scrub'
import { sharedSquashThread } from './squash-thread'

let database: RoomDatabase
let told: string[]
beforeEach(async () => {
  database = await roomDatabase()
  told = []
})
afterEach(() => database.close())

const store = () => postgresRoomStore(database.pool, { log: database.log })

const run = (mends: boolean, untilSettled = async () => {}) => {
  told.length = 0
  return scrub({
    pool: database.pool,
    thread: sharedSquashThread(),
    mends,
    tell: (sentence) => told.push(sentence),
    untilSettled,
  })
}

function typing(text: string): Uint8Array[] {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (const letter of text) doc.getText('body').insert(doc.getText('body').length, letter)
  return updates
}

async function makeRoom(updates: Uint8Array[]): Promise<string> {
  const room = await database.createRoom()
  for (const update of updates) await store().append(room, update, null)
  return room
}

test('a good database is found good: empty rooms, long ones and squashed ones', async () => {
  await makeRoom([])
  await makeRoom(typing('long'))
  await store().squash(await makeRoom(typing('squashed')))
  expect(await run(true)).toEqual({ rooms: 3, damagedRooms: 0 })
  expect(told).toEqual([])
})

test('what is damaged is told, changed only when asked for, and good afterwards', async () => {
  await makeRoom(typing('good'))
  const room = await makeRoom(typing('harmed'))
  const last = (await database.seqs(room)).at(-1) ?? ''
  await database.flipBit(last)

  const finding = `Room ${room}: row ${last} of its log is damaged (its checksum is wrong).`
  expect(await run(false)).toEqual({ rooms: 2, damagedRooms: 1 })
  expect(told).toEqual([finding])
  expect(await database.seqs(room)).toHaveLength(6)

  expect(await run(true)).toEqual({ rooms: 2, damagedRooms: 1 })
  expect(told).toEqual([
    finding,
    `Room ${room} is mended: 1 row is in quarantine (table room_updates_quarantined).`,
  ])
  expect(await database.seqs(room)).toHaveLength(5)
  expect(await run(true)).toEqual({ rooms: 2, damagedRooms: 0 })
})

test('a row that builds on a missing one is found, and what was never written is not mended away', async () => {
  const updates = typing('gap')
  const room = await makeRoom([...updates.slice(0, 1), ...updates.slice(2)])
  const late = (await database.seqs(room))[1]
  await run(false)
  expect(told).toEqual([
    `Room ${room}: row ${late} of its log cannot be read (it builds on something that is missing).`,
  ])
  // It is on its way from another server while scrub looks.
  const arrives = () => store().append(room, updates[1] ?? new Uint8Array(), null)
  expect(await run(true, arrives)).toEqual({ rooms: 1, damagedRooms: 0 })
  expect(await database.seqs(room)).toHaveLength(3)
})

test('a damaged squash is told together with the good rows in its place', async () => {
  const room = await makeRoom(typing('squash'))
  await store().squash(room)
  await database.flipBit((await database.seqs(room))[0] ?? '')
  await run(true)
  expect(told[1]).toBe(`Room ${room}: the 6 rows which the damaged one had replaced are good.`)
  expect(await database.seqs(room)).toHaveLength(6)
  expect(await run(false)).toMatchObject({ damagedRooms: 0 })
})

test('what a squash had replaced is read too, before anybody needs it', async () => {
  const room = await makeRoom(typing('reserve'))
  await store().squash(room)
  const [reserve = ''] = await database.seqs(room, 'room_updates_replaced')
  await database.flipBit(reserve, 'room_updates_replaced')
  await run(true)
  expect(told[0]).toContain(`row ${reserve} of what its last squash replaced is damaged`)
  expect(await run(false)).toMatchObject({ damagedRooms: 0 })
})

test('what a room was is read too: damage in it is set aside, and harms nothing the room says', async () => {
  const updates = typing('history')
  const room = await makeRoom(updates.slice(0, 3))
  await store().squash(room)
  for (const update of updates.slice(3)) await store().append(room, update, null)
  await store().squash(room)
  expect(await run(false)).toMatchObject({ damagedRooms: 0 })
  await database.pool.query(
    `update room_history set bytes = set_bit(bytes, 40, 1 - get_bit(bytes, 40))
     where last_seq = (select min(last_seq) from room_history where room_id = $1)`,
    [room],
  )
  expect(await run(true)).toMatchObject({ damagedRooms: 1 })
  expect(told).toEqual([
    expect.stringMatching(/ of its history are damaged \(its checksum is wrong\)\.$/),
    expect.stringMatching(/what it says now is whole\.$/),
  ])
  expect(await run(false)).toMatchObject({ damagedRooms: 0 })

  await store().append(room, typing('again')[0] ?? new Uint8Array(), null)
  await store().squash(room)
  const { rows } = await database.pool.query<{ bytes: Uint8Array }>(
    'select bytes from room_history where room_id = $1',
    [room],
  )
  const past = new Y.Doc()
  for (const { bytes } of rows) Y.applyUpdate(past, bytes)
  expect(past.store.pendingStructs).toBeNull()
  expect(past.getText('body').toString()).toContain('history')
})

test('a room of which nothing is left is told, and left as it is', async () => {
  const room = await makeRoom(typing('no'))
  for (const seq of await database.seqs(room)) await database.flipBit(seq)
  expect(await run(true)).toMatchObject({ damagedRooms: 1 })
  expect(told.at(-1)).toBe(`Room ${room} was left as it is.`)
  expect(await database.seqs(room)).toHaveLength(2)
})

test('a room that lost its beginning opens with what is left once somebody has asked for that', async () => {
  const mine = typing('mine')
  const others = typing('others')
  const room = await makeRoom([...mine, ...others])
  await database.flipBit((await database.seqs(room))[0] ?? '')
  await expect(store().load(room)).rejects.toThrow(room)
  await run(true)
  const doc = new Y.Doc()
  for (const { update } of (await store().load(room))?.updates ?? []) Y.applyUpdate(doc, update)
  expect(doc.getText('body').toString()).toBe('others')
})
