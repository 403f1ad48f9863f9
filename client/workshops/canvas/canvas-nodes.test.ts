import { groupNotes } from '@atelier/shared/workshops/group-edits'
import { addNotes, setNoteColour } from '@atelier/shared/workshops/wall-edits'
import { wallStoreOf } from '@atelier/shared/workshops/wall-store'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { createLayout, type Hand, type Look } from './canvas-nodes'
import { chosenIn, chosenOnly, letGo, takenUp } from './use-hand'

const look: Look = {
  drags: 'all',
  nameOf: ({ text }) => text,
  groupNameOf: ({ title }) => title,
  kind: { note: 'note', group: 'group' },
}
const empty: Hand = new Map()

function fiveHundred() {
  const doc = new Y.Doc()
  const notes = Array.from({ length: 500 }, (_, n) => ({
    ...{ text: `note ${n}`, colour: 'yellow' as const, stage: '' },
    spot: { x: n * 10, y: 0, z: n },
  }))
  return { doc, ids: addNotes(doc, notes), read: () => wallStoreOf(doc).read() }
}

it('of five hundred notes only the one that changed is drawn again', () => {
  const { doc, ids, read } = fiveHundred()
  const layout = createLayout()
  const before = new Map(layout(read(), empty, look).map((node) => [node.id, node]))
  setNoteColour(doc, [ids[7] ?? ''], 'blue')
  const after = layout(read(), empty, look)
  expect(after.filter((node) => before.get(node.id) !== node).map(({ id }) => id)).toEqual([ids[7]])
})

it('what is dragged is where the hand is, above all, and lies where it lay when it is let go', () => {
  const { ids, read } = fiveHundred()
  const layout = createLayout()
  const id = ids[3] ?? ''
  const hand = takenUp(empty, [{ type: 'position', id, position: { x: 7, y: 9 }, dragging: true }])
  const held = layout(read(), hand, look).find((node) => node.id === id)
  expect(held?.position).toEqual({ x: 7, y: 9 })
  expect(held?.zIndex).toBeGreaterThan(100_000)
  expect(layout(read(), letGo(hand), look).find((node) => node.id === id)?.position.x).toBe(30)
})

it('notes lie in their group, and groups come before them', () => {
  const { doc, ids, read } = fiveHundred()
  const group = groupNotes(doc, ids.slice(0, 2))
  const nodes = createLayout()(read(), empty, look)
  expect(nodes[0]?.id).toBe(group)
  expect(nodes.filter(({ parentId }) => parentId === group)).toHaveLength(2)
})

it('a finger drags only what it has chosen', () => {
  const { ids, read } = fiveHundred()
  const hand = chosenOnly(empty, [ids[1] ?? ''])
  const nodes = createLayout()(read(), hand, { ...look, drags: 'chosen' })
  expect(nodes.filter(({ draggable }) => draggable).map(({ id }) => id)).toEqual([ids[1]])
})

it('to choose the same again changes nothing, so nothing is drawn', () => {
  const hand = chosenOnly(empty, ['a', 'b'])
  expect(chosenOnly(hand, ['a', 'b'])).toBe(hand)
  expect(chosenIn(chosenOnly(hand, ['b']))).toEqual(['b'])
  expect(letGo(hand)).toBe(hand)
})
