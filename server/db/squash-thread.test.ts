import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { squashed } from '../sync/squashed'
import { conflictBomb } from '../testing/hostile-updates'
import { squashThread } from './squash-thread'

function typing(text: string, client = 1): Uint8Array[] {
  const doc = new Y.Doc()
  doc.clientID = client
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (const letter of text) doc.getText('body').insert(doc.getText('body').length, letter)
  return updates
}

const without = (updates: Uint8Array[], nth: number) => updates.filter((_, i) => i !== nth)

test('[S11] squashes in a thread exactly as without one, and leaves the rows as they are', async () => {
  const rows = typing('one and the same')
  const before = rows.map((row) => [...row])
  expect(await squashThread().squash(rows)).toEqual({
    whole: squashed(rows),
    isComplete: true,
    packs: [],
  })
  expect(rows.map((row) => [...row])).toEqual(before)
})

test('packs rows beside the squash, and keeps in them what was deleted', async () => {
  const doc = new Y.Doc()
  const rows: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => rows.push(update))
  doc.getText('body').insert(0, 'gone')
  doc.getText('body').delete(0, 4)
  const { whole, packs } = await squashThread().squash(rows, [[0], [0, 1]])
  const before = new Y.Doc()
  Y.applyUpdate(before, packs[0] ?? new Uint8Array())
  expect(before.getText('body').toString()).toBe('gone')
  expect(Buffer.from(packs[1] ?? '').includes('gone')).toBe(true)
  expect(Buffer.from(whole).includes('gone')).toBe(false)
})

test('[S6] a room that takes too long is given up, and those behind it are squashed', async () => {
  const thread = squashThread({ limitMs: 1000 })
  const bomb = thread.squash(endlessRows())
  const rows = typing('behind')
  const behind = thread.squash(rows)
  await expect(bomb).rejects.toThrow('more than 1000 ms')
  expect((await behind).whole).toEqual(squashed(rows))
})

test('[S6] a room that takes too much memory ends the thread, and nothing else', async () => {
  const thread = squashThread({ memoryMb: 32 })
  const rows = typing('small')
  const heavy = thread.squash(manyEntries(40))
  const light = thread.squash(rows)
  await expect(heavy).rejects.toThrow('memory')
  expect((await light).whole).toEqual(squashed(rows))
})

/** Each insert of the second writer walks past all of the first one's. */
function endlessRows(): Uint8Array[] {
  const count = 60_000
  const bomb = conflictBomb(count)
  return [900, 100].map((left) => Y.diffUpdate(bomb, Y.encodeStateVector(new Map([[left, count]]))))
}

/** Many structs, cheap to read and large in memory. */
function manyEntries(count: number): Uint8Array[] {
  return Array.from({ length: count }, (_, i) => {
    const doc = new Y.Doc()
    doc.clientID = 1000 + i
    const map = doc.getMap('many')
    doc.transact(() => {
      for (let n = 0; n < 5000; n++) map.set(`${i} ${n}`, n)
    })
    return Y.encodeStateAsUpdate(doc)
  })
}

test('what is no update is told, and the thread goes on', async () => {
  const thread = squashThread()
  await expect(thread.squash([Uint8Array.of(9, 9, 9)])).rejects.toThrow()
  const rows = typing('next')
  expect((await thread.squash(rows)).whole).toEqual(squashed(rows))
})

test('says which rows cannot be read, and which build on what is missing', async () => {
  const thread = squashThread()
  const rows = typing('abcd')
  expect(await thread.fit(rows)).toEqual({
    unreadable: [],
    loose: [],
    whole: null,
    isEmpty: false,
  })
  const garbage = Uint8Array.of(255, 255, 255)
  expect(await thread.fit([garbage, ...without(rows, 1)])).toMatchObject({
    unreadable: [0],
    loose: [2, 3],
    whole: null,
  })
  expect(await thread.fit(without(rows, 0))).toMatchObject({ loose: [0, 1, 2], isEmpty: true })
})

test('what can be read of a row that builds on something missing is kept', async () => {
  const [a, b] = [typing('ab', 1), typing('xyz', 2)]
  const both = Y.mergeUpdates([...without(a, 0), ...b])
  const { loose, whole } = await squashThread().fit([both])
  expect(loose).toEqual([0])
  const doc = new Y.Doc()
  Y.applyUpdate(doc, whole ?? new Uint8Array())
  expect(doc.getText('body').toString()).toBe('xyz')
  expect(doc.store.pendingStructs).toBeNull()
})
