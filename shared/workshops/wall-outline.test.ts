import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { groupNotes, takeOutOfGroup, ungroup } from './group-edits'
import { startStopContinue } from './kits/retrospectives'
import { newWallUpdate } from './new-wall'
import { restoreGroup } from './restore-group-edits'
import type { Stage } from './stage'
import { moveToTopic } from './topic-edits'
import { readWall } from './wall'
import { addNote, moveNotes } from './wall-edits'
import { byVotes, inReadingOrder, outlineOf, swapped } from './wall-outline'

const stages: Stage[] = startStopContinue.stages.map((stage) => ({
  ...stage,
  id: stage.key,
  revealedAt: null,
  closedAt: null,
}))

function wall() {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, newWallUpdate('x'))
  let z = 0
  const note = (text: string, topic: string | null, at: [number, number], stage = 'ideate') =>
    addNote(doc, { text, colour: 'pink', stage, topic, spot: { x: at[0], y: at[1], z: z++ } })
  return { doc, note }
}

/** As a person reads it: `Topic: notes and [groups]`. */
function read(doc: Y.Doc): string[] {
  return outlineOf(readWall(doc), stages).map(({ stage, topic, entries }) => {
    const said = entries.map((entry) =>
      entry.kind === 'note'
        ? entry.note.text
        : `[${entry.group.notes.map(({ text }) => text).join(' ')}]`,
    )
    return `${topic?.key ?? stage?.key ?? 'elsewhere'}: ${said.join(' ')}`
  })
}

test('a wall is read by topic, groups first, and row by row', () => {
  const { doc, note } = wall()
  note('below', 'start', [0, 400])
  note('right', 'start', [200, 8])
  note('left', 'start', [0, 20])
  const grouped = [note('one', 'stop', [0, 0]), note('two', 'stop', [200, 0])]
  note('alone', 'stop', [0, 0])
  groupNotes(doc, grouped)
  expect(read(doc)).toEqual(['start: left right below', 'stop: [one two] alone', 'continue: '])
})

test('a group of notes from several topics stands before them all', () => {
  const { doc, note } = wall()
  groupNotes(doc, [note('one', 'stop', [0, 0]), note('two', 'start', [0, 0])])
  expect(read(doc)).toEqual(['elsewhere: [one two]', 'start: ', 'stop: ', 'continue: '])
})

test('a note is never left out: without a topic, of a stage that is not there, of a topic nobody knows', () => {
  const { doc, note } = wall()
  note('heap', null, [0, 0])
  note('strange', 'no-such-topic', [200, 0])
  note('lost', 'start', [0, 0], 'no-such-stage')
  note('said', null, [0, 0], 'discuss')
  expect(read(doc)).toEqual([
    'elsewhere: lost',
    'start: ',
    'stop: ',
    'continue: ',
    'ideate: heap strange',
    'discuss: said',
  ])
})

test('an empty wall has places to write on, of the stages that have come', () => {
  const { doc } = wall()
  const heaps = (['check-in', 'ideate', 'reveal', 'round-robin'] as const).map(
    (kind): Stage => ({ ...stages[0], id: kind, kind, rules: {} }) as Stage,
  )
  const keys = (until?: string) =>
    outlineOf(readWall(doc), heaps, until).map(({ stage }) => stage?.id)
  expect(keys()).toEqual(['ideate', 'round-robin'])
  expect(keys('reveal')).toEqual(['ideate'])
  expect(keys('check-in')).toEqual(['check-in'])
  expect(outlineOf(readWall(doc), [])).toEqual([])
})

test('by votes, what has the most dots is first, and what has none last', () => {
  const { doc, note } = wall()
  const [few, many, none] = [
    note('few', 'start', [0, 0]),
    note('many', 'stop', [0, 300]),
    note('none', 'stop', [0, 0]),
  ]
  const group = groupNotes(doc, [note('in', 'stop', [0, 0])]) ?? ''
  const ranked = byVotes(readWall(doc), { [few]: 1, [many]: 5, [group]: 3 })
  expect(ranked.map(({ id }) => id)).toEqual([many, group, few, none])
})

test.each([
  ['in one row', [0, 0], [200, 4]],
  ['in two rows', [600, 0], [0, 200]],
  ['on one spot', [0, 0], [0, 0]],
] as [string, [number, number], [number, number]][])(
  'a note takes the place of the next, and gets its own back: %s',
  (_, a, b) => {
    const { doc, note } = wall()
    note('a', 'start', a)
    note('b', 'start', b)
    const order = () => inReadingOrder(readWall(doc).notes)
    const before = order().map(({ id }) => id)
    for (let turn = 0; turn < 2; turn++) {
      const [first, second] = order()
      if (first && second) moveNotes(doc, swapped(first, second))
      const now = order().map(({ id }) => id)
      expect(now).toEqual(turn === 0 ? [...before].reverse() : before)
    }
  },
)

test('in a group notes change turns, also where both came at the same moment', () => {
  const { doc, note } = wall()
  const ids = [note('a', null, [0, 0]), note('b', null, [0, 0])]
  const group = groupNotes(doc, ids)
  const inGroup = () => readWall(doc).groups.find(({ id }) => id === group)?.notes ?? []
  moveNotes(
    doc,
    inGroup().map(({ id, spot }) => ({ id, spot: { ...spot, z: 7 } })),
  )
  const before = inGroup().map(({ id }) => id)
  const [first, second] = inGroup()
  if (first && second) moveNotes(doc, swapped(first, second))
  expect(inGroup().map(({ id }) => id)).toEqual([...before].reverse())
})

test('a note that goes to a topic takes its colour and lies there; in a group it stays', () => {
  const { doc, note } = wall()
  const [loose, held] = [note('loose', 'start', [0, 0]), note('held', 'start', [0, 0])]
  groupNotes(doc, [held])
  const spot = { x: 800, y: 0, z: 9 }
  const there = readWall(doc).byId.get(held)?.spot
  moveToTopic(doc, [loose, held], { key: 'stop', colour: 'teal' }, { [loose]: spot, [held]: spot })
  const { byId } = readWall(doc)
  expect(byId.get(loose)).toMatchObject({ topic: 'stop', colour: 'teal', spot })
  expect(byId.get(held)).toMatchObject({ topic: 'stop', colour: 'teal', spot: there })
})

test('a dissolved group comes back with its notes, but for those somebody has put elsewhere since', () => {
  const { doc, note } = wall()
  const [a, b, c] = [note('a', null, [0, 0]), note('b', null, [0, 0]), note('c', null, [0, 0])]
  const group = groupNotes(doc, [a, b, c], { title: 'Together' }) ?? ''
  const { notes } = readWall(doc).groups[0] ?? { notes: [] }
  takeOutOfGroup(doc, [{ id: c, spot: { x: 0, y: 900, z: 9 } }])
  groupNotes(doc, [c], { title: 'Other' })
  ungroup(doc, group)
  expect(restoreGroup(doc, group, notes)).toBe(true)
  const back = readWall(doc).groups.find(({ id }) => id === group)
  expect(back?.notes.map(({ text }) => text)).toEqual(['a', 'b'])
  expect(restoreGroup(doc, group, notes)).toBe(false)
})
