import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { Random } from '../testing/random'
import { joinUpdates } from './join-updates'
import { mergeUpdates } from './merge-updates'

/** What three people type, erase and format, each told of it at once. */
function history(random: Random, edits: number): Uint8Array[] {
  const docs = [new Y.Doc(), new Y.Doc(), new Y.Doc()]
  const updates: Uint8Array[] = []
  for (const doc of docs) {
    doc.clientID = random.below(2 ** 32)
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'road') return
      updates.push(update)
      for (const other of docs) if (other !== doc) Y.applyUpdate(other, update, 'road')
    })
  }
  for (let nth = 0; nth < edits; nth++) {
    const text = random.pick(docs).getText('body')
    const at = random.below(text.length + 1)
    if (random.below(4) === 0) text.delete(0, Math.min(text.length, random.below(5)))
    else if (random.below(5) === 0) text.format(0, at, { strong: random.pick([true, null]) })
    else text.insert(at, random.pick(['a', 'word ', '👩‍🏫']))
  }
  return updates
}

const docOf = (updates: readonly Uint8Array[]) => {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}

const seeds = Array.from({ length: 40 }, (_, seed) => seed)

describe.each(seeds)('[S3] updates joined to one (seed %d)', (seed) => {
  const random = new Random(seed)
  const updates = history(random, 150)
  const from = random.below(100)
  const [before, some] = [updates.slice(0, from), updates.slice(from)]
  const joined = joinUpdates(some) as Uint8Array

  test('say the same as one by one', () => {
    const [one, other] = [docOf(updates), docOf([...before, joined])]
    expect(other.getText('body').toDelta()).toEqual(one.getText('body').toDelta())
    expect(Y.equalSnapshots(Y.snapshot(other), Y.snapshot(one))).toBe(true)
    expect(other.store.pendingStructs ?? other.store.pendingDs).toBeNull()
  })

  test('can be merged and compared by Yjs like any other', () => {
    const whole = Y.mergeUpdates([...before, joined])
    const half = docOf(updates.slice(0, from + 20))
    Y.applyUpdate(half, Y.diffUpdate(whole, Y.encodeStateVector(half)))
    expect(Y.equalSnapshots(Y.snapshot(half), Y.snapshot(docOf(updates)))).toBe(true)
  })
})

test('[S3] updates that overlap, or leave a hole, are left to Yjs', () => {
  const updates = history(new Random(1), 60)
  const doc = docOf(updates)
  const overlapping = [...updates, Y.encodeStateAsUpdate(doc)]
  expect(joinUpdates(overlapping)).toBeNull()
  expect(Y.equalSnapshots(Y.snapshot(docOf([mergeUpdates(overlapping)])), Y.snapshot(doc))).toBe(
    true,
  )
  const own: Uint8Array[] = []
  const alone = new Y.Doc()
  alone.on('update', (update: Uint8Array) => own.push(update))
  for (const word of ['a', 'b', 'c']) alone.getText('body').insert(0, word)
  expect(joinUpdates([own[0] as Uint8Array, own[2] as Uint8Array])).toBeNull()
})
