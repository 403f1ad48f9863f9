import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { packUpdates } from './pack-updates.mjs'

/** Two people in one text, who delete, mark and hear of each other at times. */
const stories = fc.array(
  fc.record({
    who: fc.nat(1),
    what: fc.constantFrom('type', 'type', 'type', 'delete', 'mark', 'nest', 'hear'),
    where: fc.nat(1000),
    text: fc.constantFrom('a', 'bc', '👩‍🏭', 'word '),
  }),
  { maxLength: 60 },
)

type Row = { who: number; update: Uint8Array }

function told(story: readonly { who: number; what: string; where: number; text: string }[]): Row[] {
  const rows: Row[] = []
  const docs = [new Y.Doc({ gc: false }), new Y.Doc({ gc: false })] as const
  docs.forEach((doc, who) => {
    doc.clientID = 10 + who
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'heard') rows.push({ who, update })
    })
  })
  for (const { who, what, where, text } of story) {
    const [doc, other] = who === 0 ? docs : [docs[1], docs[0]]
    const body = doc.getText('body')
    const at = where % (body.length + 1)
    if (what === 'type') body.insert(at, text)
    if (what === 'delete' && body.length > 0) body.delete(at % body.length, 1)
    if (what === 'mark' && body.length > at) body.format(at, body.length - at, { bold: true })
    if (what === 'nest') doc.getArray('list').insert(0, [{ text }, new Y.Map([['text', text]])])
    if (what === 'hear') Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'heard')
  }
  return rows
}

function read(updates: readonly Uint8Array[]) {
  const doc = new Y.Doc({ gc: false })
  for (const update of updates) Y.applyUpdate(doc, update)
  expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null])
  return {
    whole: Y.encodeStateAsUpdate(doc),
    body: doc.getText('body').toDelta(),
    list: doc.getArray('list').toJSON(),
  }
}

describe('a pack', () => {
  test('says what its updates said, in any order and however often, with all that was deleted', () => {
    fc.assert(
      fc.property(stories, fc.infiniteStream(fc.nat()), (story, dice) => {
        const updates = told(story).map(({ update }) => update)
        const mixed = [...updates, ...updates.slice(0, 3)].sort(() => (dice.next().value % 3) - 1)
        expect(read([packUpdates(mixed)])).toEqual(read(updates))
      }),
      { seed: 11, numRuns: 300 },
    )
  })

  test('one for each person says the same, in either order', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const rows = told(story)
        const packs = [0, 1].map((nth) =>
          packUpdates(rows.filter(({ who }) => who === nth).map(({ update }) => update)),
        )
        expect(read(packs)).toEqual(read(rows.map(({ update }) => update)))
        expect(read(packs.reverse())).toEqual(read(rows.map(({ update }) => update)))
      }),
      { seed: 12, numRuns: 300 },
    )
  })

  test('leaves a hole where somebody else’s words belong, and overlaps where a part was known', () => {
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    for (const letter of 'abcdef') doc.getText('body').insert(doc.getText('body').length, letter)
    const outer = packUpdates([...updates.slice(0, 2), ...updates.slice(4)])
    const inner = packUpdates(updates.slice(1, 5))
    expect(read([outer, inner]).body).toEqual([{ insert: 'abcdef' }])
    expect(read([packUpdates([outer, inner])]).body).toEqual([{ insert: 'abcdef' }])
  })

  test('of what was typed letter by letter costs little more than its letters', () => {
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    for (const letter of 'x'.repeat(1000))
      doc.getText('body').insert(doc.getText('body').length, letter)
    expect(packUpdates(updates).length).toBeLessThan(1050)
  })
})
