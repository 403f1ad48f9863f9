/** Four people do anything at all on a wall, hear of it late, twice or in any order, and meet in the end. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import * as groups from './group-edits'
import { plain, type Replica, replica, startingWall } from './two-walls'
import { readWall } from './wall'
import * as edits from './wall-edits'
import type { Stroke } from './wall-shape'
import { wallStoreOf } from './wall-store'
import { followWallUndo, type WallUndo } from './wall-undo'

const seed = 20_261_128
const kinds = [
  ...['add', 'move', 'move', 'write', 'write', 'colour', 'draw', 'remove', 'restore', 'copy'],
  ...['group', 'into', 'out', 'ungroup', 'rename', 'carry', 'connect', 'cut', 'undo', 'redo'],
  ...['hear', 'hear', 'hear'],
] as const
type Step = { who: number; kind: string; x: number; y: number }
const nat = fc.nat(1 << 12)
const step = fc.record({ who: fc.nat(3), kind: fc.constantFrom(...kinds), x: nat, y: nat })

const pick = <T extends { id: string }>(from: readonly T[], at: number) =>
  from.length === 0 ? '' : (from[at % from.length]?.id ?? '')

type Four = { people: Replica[]; undos: WallUndo[] }

function act({ people, undos }: Four, { who, kind, x, y }: Step): void {
  const { doc } = people[who] as Replica
  const wall = readWall(doc)
  const [note, other] = [pick(wall.notes, x), pick(wall.notes, y)]
  const group = pick(wall.groups, y)
  const spot = { x, y, z: (x + y) % 9 }
  const ink: Stroke = { ink: 'ink', points: [x % 1000, y % 1000] }
  const acts: Record<string, () => unknown> = {
    add: () => edits.addNote(doc, { colour: 'blue', stage: 's', spot, text: `note ${x}` }),
    move: () => edits.moveNotes(doc, [{ id: note, spot }]),
    write: () => edits.setNoteText(doc, note, `words ${y} 😀${x}`),
    colour: () => edits.setNoteColour(doc, [note, other], 'teal'),
    draw: () => edits.setDrawing(doc, note, [...(wall.byId.get(note)?.drawing ?? []), ink]),
    remove: () => edits.removeNotes(doc, [note]),
    restore: () =>
      edits.restoreNotes(doc, [...doc.getMap('notes').keys()].slice(x % 3, (x % 3) + 1)),
    copy: () => edits.duplicateNotes(doc, [note]),
    group: () => groups.groupNotes(doc, [note, other], { title: `group ${x}` }),
    into: () => groups.putInGroup(doc, [note], group),
    out: () => groups.takeOutOfGroup(doc, [{ id: note, spot }]),
    ungroup: () => groups.ungroup(doc, group),
    rename: () => groups.renameGroup(doc, group, `renamed ${x}`),
    carry: () => groups.moveGroup(doc, group, spot),
    connect: () => groups.connect(doc, note, group || other),
    cut: () => groups.disconnect(doc, [pick(wall.links, x)]),
    undo: () => undos[who]?.undo(),
    redo: () => undos[who]?.redo(),
    hear: () => {
      const { sent } = people[y % 4] as Replica
      const from = sent.length === 0 ? 0 : x % sent.length
      for (const update of sent.slice(from, from + 3)) Y.applyUpdate(doc, update, 'wire')
    },
  }
  acts[kind]?.()
}

function meetAll({ people }: Four): void {
  for (const to of people)
    for (const { sent } of people.toReversed())
      for (const update of sent) Y.applyUpdate(to.doc, update, 'wire')
}

test(`whatever four people do at once, all see the same wall, and nothing that was made is lost (SEED=${seed})`, () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 10, maxLength: 80 }), (steps) => {
      const start = startingWall()
      const people = [1, 2, 3, 4].map((clientId) => replica(clientId, start))
      const four = { people, undos: people.map(({ doc }) => followWallUndo(doc)) }
      const stores = people.map(({ doc }) => wallStoreOf(doc))
      for (const store of stores) store.subscribe(() => undefined)
      for (const one of steps) act(four, one)
      meetAll(four)
      const [first, ...others] = people.map(({ doc }) => readWall(doc))
      for (const other of others) expect(plain(other)).toEqual(plain(first as typeof other))
      for (const [at, { doc }] of people.entries()) {
        expect(doc.store.pendingStructs).toBeNull()
        expect(stores[at]?.read()).toEqual(first)
        const made = people.map((one) => one.doc.getMap('notes').size)
        expect(doc.getMap('notes').size).toBe(Math.max(...made))
      }
      const inside = first?.groups.flatMap(({ notes }) => notes.map(({ id }) => id)) ?? []
      expect(new Set(inside).size).toBe(inside.length)
    }),
    { seed, numRuns: 120 },
  )
})
