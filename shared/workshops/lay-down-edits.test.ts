import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { groupNotes } from './group-edits'
import { layDown } from './lay-down-edits'
import { readWall } from './wall'
import { addNotes } from './wall-edits'
import { followWallUndo } from './wall-undo'

const at = (x: number, z: number) => ({
  colour: 'yellow' as const,
  stage: '',
  spot: { x, y: 0, z },
})

function wall() {
  const doc = new Y.Doc()
  const [a, b, c, d] = addNotes(doc, [at(0, 1), at(200, 2), at(400, 3), at(600, 4)]) as [
    ...[string, string, string, string],
  ]
  const group = groupNotes(doc, [c, d], { spot: { x: 900, y: 0, z: 1 } }) as string
  return { doc, a, b, c, d, group, read: () => readWall(doc) }
}

it('lays several notes and groups down as one step of undo', () => {
  const { doc, a, group, read } = wall()
  const undo = followWallUndo(doc)
  const laid = [a, group].map((id, n) => ({ id, at: { x: n * 10.4, y: 50 } }))
  expect(layDown(doc, laid)).toBe(2)
  expect(read().byId.get(a)?.spot).toMatchObject({ x: 0, y: 50 })
  expect(read().groups[0]?.spot).toMatchObject({ x: 10, y: 50 })
  undo.undo()
  expect([read().byId.get(a)?.spot.y, read().groups[0]?.spot.x]).toEqual([0, 900])
  undo.destroy()
})

it('a note that is laid beside its group is in none, and may have another topic', () => {
  const { doc, c, read } = wall()
  layDown(doc, [{ id: c, at: { x: 5, y: 5 }, topic: 'stop' }])
  expect(read().byId.get(c)).toMatchObject({ group: null, topic: 'stop' })
  expect(read().groups[0]?.notes).toHaveLength(1)
})

it('what is raised lies on top of all, in the order it lay before', () => {
  const { doc, a, b, group, read } = wall()
  layDown(
    doc,
    [b, a].map((id) => ({ id, at: { x: 0, y: 0 } })),
    { raised: true },
  )
  const z = (id: string) => read().byId.get(id)?.spot.z ?? 0
  expect(z(b)).toBeGreaterThan(z(a))
  layDown(doc, [{ id: group, at: { x: 0, y: 0 } }], { raised: true })
  expect(read().groups[0]?.spot.z).toBeGreaterThan(z(b))
})

it('what is no longer there changes nothing', () => {
  const { doc } = wall()
  expect(layDown(doc, [{ id: 'gone', at: { x: 0, y: 0 } }])).toBe(0)
})
