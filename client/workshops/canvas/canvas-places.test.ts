import { groupNotes } from '@atelier/shared/workshops/group-edits'
import { readWall } from '@atelier/shared/workshops/wall'
import { addNotes } from '@atelier/shared/workshops/wall-edits'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { boxAround, boxesById, dropAt, readingOrder } from './canvas-places'

const at = (x: number, y: number, z = 0) => ({
  colour: 'yellow' as const,
  stage: '',
  spot: { x, y, z },
})

/** Two notes beside each other, one below them, and a group of two at the right. */
function wall() {
  const doc = new Y.Doc()
  const [left, right, below, one, two] = addNotes(doc, [
    ...[at(0, 0), at(192, 8), at(0, 192), at(0, 900), at(0, 900)],
  ]) as [string, string, string, string, string]
  const group = groupNotes(doc, [one, two], { spot: { x: 600, y: 0, z: 5 } }) as string
  return { doc, left, right, below, one, two, group, wall: readWall(doc) }
}

it('is read row by row, a group before what is in it', () => {
  const { wall: found, left, right, below, one, two, group } = wall()
  expect(readingOrder(found)).toEqual([left, right, group, one, two, below])
})

it('a drop well over a note means that note, beside its middle it means nothing', () => {
  const { wall: found, left, right } = wall()
  const dropped = new Set([right])
  expect(dropAt(found, dropped, { x: 84, y: 84 })).toEqual({ kind: 'note', id: left })
  expect(dropAt(found, dropped, { x: 10, y: 10 })).toEqual({ kind: 'wall' })
  expect(dropAt(found, dropped, { x: 276, y: 92 })).toEqual({ kind: 'wall' })
})

it('a drop anywhere in a group’s frame is into the group, not onto the note in it', () => {
  const { wall: found, left, group } = wall()
  expect(dropAt(found, new Set([left]), { x: 610, y: 10 })).toEqual({ kind: 'group', id: group })
  expect(dropAt(found, new Set([left]), { x: 700, y: 140 })).toEqual({ kind: 'group', id: group })
})

it('what lies on top is dropped on', () => {
  const doc = new Y.Doc()
  const [low, high, held] = addNotes(doc, [at(0, 0, 1), at(20, 20, 9), at(900, 0)]) as string[]
  const found = readWall(doc)
  expect(dropAt(found, new Set([held ?? '']), { x: 90, y: 90 })).toEqual({ kind: 'note', id: high })
  expect(dropAt(found, new Set([held ?? '', high ?? '']), { x: 90, y: 90 }).kind).toBe('note')
  expect(low).toBeDefined()
})

it('knows where a note lies that a group has laid', () => {
  const { wall: found, one, two, group } = wall()
  const boxes = boxesById(found)
  const [first, second, frame] = [one, two, group].map((id) => boxes.get(id))
  expect(first?.x).toBeGreaterThan(frame?.x ?? 0)
  expect(second?.x).toBeGreaterThan(first?.x ?? 0)
  const around = boxAround([first, second].flatMap((box) => box ?? []))
  expect(around?.width).toBeLessThan(frame?.width ?? 0)
  expect(boxAround([])).toBeNull()
})
