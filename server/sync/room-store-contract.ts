/** The acceptance suite of `RoomStore`: every store runs it, the one in memory too. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { RoomStore } from './room-store'

export type StoreUnderTest = {
  store: RoomStore
  /** A second node on the same data. */
  otherStore: RoomStore
  /** Creates an empty room and answers its id. */
  createRoom(): Promise<string>
  /** Somebody who may be the author of something, by id. */
  createPerson(): Promise<string>
  countRows(roomId: string): Promise<number>
  /** Flips a bit of the nth row, counted from the end when negative. Where `canBeDamaged`. */
  damage?(roomId: string, nth: number): Promise<void>
  close(): Promise<void>
}

const nowhere = '00000000-0000-4000-8000-000000000000'

/** The updates of somebody typing `text` letter by letter, then deleting its first letter. */
function typing(text: string): Uint8Array[] {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (const letter of text) doc.getText('body').insert(doc.getText('body').length, letter)
  doc.getText('body').delete(0, 1)
  return updates
}

async function read(store: RoomStore, roomId: string): Promise<string> {
  const doc = new Y.Doc()
  const stored = await store.load(roomId)
  for (const { update } of stored?.updates ?? []) Y.applyUpdate(doc, update)
  expect(doc.store.pendingStructs).toBeNull()
  expect(doc.store.pendingDs).toBeNull()
  return doc.getText('body').toString()
}

export function roomStoreContract(
  name: string,
  open: () => Promise<StoreUnderTest>,
  { canBeDamaged = false } = {},
): void {
  describe(`a room store: ${name}`, () => {
    let it: StoreUnderTest
    beforeAll(async () => {
      it = await open()
    })
    afterAll(() => it?.close())

    const appendAll = (store: RoomStore, roomId: string, updates: Uint8Array[]) =>
      Promise.all(updates.map((update) => store.append(roomId, update, null)))

    test('[S9] knows an empty room from a missing one', async () => {
      const room = await it.createRoom()
      expect(await it.store.load(room)).toEqual({ updates: [] })
      expect(await it.store.load(nowhere)).toBeNull()
    })

    test('[S2] gives back what was appended, byte by byte and in order', async () => {
      const room = await it.createRoom()
      const updates = typing('in order')
      await appendAll(it.store, room, updates)
      const stored = await it.store.load(room)
      expect(stored?.updates.map(({ update }) => [...update])).toEqual(
        updates.map((update) => [...update]),
      )
    })

    test('gives back who wrote what, and of what was squashed nobody', async () => {
      const room = await it.createRoom()
      const [ana, ben] = [await it.createPerson(), await it.createPerson()]
      const authors = [ana, null, ben, ana]
      for (const [nth, update] of typing('who').entries())
        await it.store.append(room, update, authors[nth] ?? null)
      const said = async () => (await it.store.load(room))?.updates.map(({ personId }) => personId)
      expect(await said()).toEqual(authors)
      await it.store.squash(room)
      expect(await said()).toEqual([null])
    })

    test('[S2] keeps bytes that are a window into something larger', async () => {
      const room = await it.createRoom()
      const update = typing('x')[0] as Uint8Array
      const larger = new Uint8Array(update.length + 20).fill(7)
      larger.set(update, 10)
      await it.store.append(room, larger.subarray(10, 10 + update.length), null)
      expect(await read(it.store, room)).toBe('x')
    })

    test('keeps rooms apart, however many are written at once', async () => {
      const rooms = await Promise.all(Array.from({ length: 5 }, () => it.createRoom()))
      await Promise.all(rooms.map((room, i) => appendAll(it.store, room, typing(`_room ${i}`))))
      const texts = await Promise.all(rooms.map((room) => read(it.store, room)))
      expect(texts).toEqual(['room 0', 'room 1', 'room 2', 'room 3', 'room 4'])
    })

    test('[S1] rejects what it cannot store, without harming what is stored beside it', async () => {
      const room = await it.createRoom()
      const updates = typing('_beside')
      const bad = it.store.append(nowhere, updates[0] as Uint8Array, null)
      const good = appendAll(it.store, room, updates)
      await expect(bad).rejects.toThrow()
      await good
      expect(await read(it.store, room)).toBe('beside')
    })

    test('[S11] squashes a log to one row with the same content', async () => {
      const room = await it.createRoom()
      await appendAll(it.store, room, typing('_squashed'))
      const whole = await it.store.squash(room)
      expect(await it.countRows(room)).toBe(1)
      expect(await read(it.store, room)).toBe('squashed')
      const kept = (await it.store.load(room))?.updates[0]?.update
      expect([...(kept ?? [])]).toEqual([...(whole ?? [])])
    })

    test('[S11] squashing an empty or a missing room does nothing', async () => {
      const room = await it.createRoom()
      expect(await it.store.squash(room)).toBeNull()
      expect(await it.store.squash(nowhere)).toBeNull()
      expect(await it.store.load(room)).toEqual({ updates: [] })
    })

    test('[S11] loses nothing that is appended while two nodes squash', async () => {
      const room = await it.createRoom()
      const updates = typing(`_${'abcdefghij'.repeat(6)}`)
      const stores = [it.store, it.otherStore]
      const squashing: Promise<unknown>[] = []
      for (const [i, update] of updates.entries()) {
        await it.store.append(room, update, null)
        if (i % 5 === 0) squashing.push(...stores.map((store) => store.squash(room)))
      }
      await Promise.all(squashing)
      expect(await read(it.otherStore, room)).toBe('abcdefghij'.repeat(6))
      await it.otherStore.squash(room)
      expect(await it.countRows(room)).toBe(1)
      expect(await read(it.store, room)).toBe('abcdefghij'.repeat(6))
    })

    test('[S11] keeps what still misses something when it squashes', async () => {
      const room = await it.createRoom()
      const [first, ...rest] = typing('_late') as [Uint8Array, ...Uint8Array[]]
      await appendAll(it.store, room, rest)
      await it.store.squash(room)
      await it.store.append(room, first, null)
      expect(await read(it.store, room)).toBe('late')
    })

    if (!canBeDamaged) return
    const damage = async (roomId: string, nth: number) => {
      if (!it.damage) throw new Error('the store does not say how it is damaged')
      await it.damage(roomId, nth)
    }

    test('[S9] opens without a row at the end that is damaged', async () => {
      const room = await it.createRoom()
      await appendAll(it.store, room, typing('_ending').slice(0, -1))
      await damage(room, -1)
      expect(await read(it.store, room)).toBe('_endin')
      expect(await read(it.otherStore, room)).toBe('_endin')
    })

    test('[S9] opens from what a damaged squash had replaced, and what came since', async () => {
      const room = await it.createRoom()
      const updates = typing('_squashed once')
      await appendAll(it.store, room, updates.slice(0, 8))
      await it.store.squash(room)
      await appendAll(it.store, room, updates.slice(8))
      await damage(room, 0)
      await expect(it.store.squash(room)).rejects.toThrow(room)
      const texts = await Promise.all([it.store, it.otherStore].map((store) => read(store, room)))
      expect(texts).toEqual(['squashed once', 'squashed once'])
      await it.store.squash(room)
      expect(await read(it.store, room)).toBe('squashed once')
    })

    test('[S9] never opens as an empty room what is damaged throughout', async () => {
      const room = await it.createRoom()
      const updates = typing('_all')
      await appendAll(it.store, room, updates)
      for (const nth of updates.keys()) await damage(room, nth)
      for (const store of [it.store, it.otherStore, it.store]) {
        await expect(store.load(room)).rejects.toThrow(room)
        await expect(store.squash(room)).rejects.toThrow(room)
      }
      expect(await it.countRows(room)).toBe(updates.length)
    })
  })
}
