import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { groupNotes, moveGroup, renameGroup } from './group-edits'
import { ids, startingWall } from './two-walls'
import { readWall } from './wall'
import { addNotes, moveNotes, removeNotes, setNoteText } from './wall-edits'
import { bandOf, freeSpot, freeSpots, gridStep } from './wall-places'
import { noteLetters, wallEdge, wallTitle } from './wall-shape'
import { wallStoreOf } from './wall-store'

function open(): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, startingWall())
  return doc
}

test('a wall in which anything may stand is read without an error', () => {
  const doc = new Y.Doc()
  doc.getArray('groups').push([1])
  doc.getText('links').insert(0, 'none')
  doc.getArray('title').push(['x'])
  const notes = doc.getMap<unknown>('notes')
  notes.set('number', 1)
  notes.set('text', new Y.Text('x'))
  notes.set('list', new Y.Array())
  const odd = new Y.Map<unknown>()
  const wrong = {
    text: new Y.XmlElement('script'),
    colour: 7,
    spot: 'here',
    size: {},
    stage: [],
    author: 3,
  }
  for (const [key, value] of Object.entries(wrong)) odd.set(key, value)
  odd.set('stroke:1', { ink: 'red', points: ['x', Number.NaN, 5000, 20, 7] })
  odd.set('stroke:2', 'none')
  odd.set('file', { id: 'f', name: 3, width: -1, height: 'x' })
  odd.set('group', 'nowhere')
  notes.set('odd', odd)
  const far = new Y.Map<unknown>()
  far.set('spot', { x: 1e300, y: Number.NEGATIVE_INFINITY, z: '1' })
  far.set('text', new Y.Text('<b>x</b>'.repeat(12_500)))
  notes.set('far', far)
  const wall = readWall(doc)
  expect(wall).toMatchObject({ title: '', groups: [], links: [] })
  expect(wall.notes.map(({ id }) => id)).toEqual(['far', 'odd'])
  expect(wall.byId.get('odd')).toMatchObject({
    ...{ text: '', colour: 'yellow', spot: { x: 0, y: 0, z: 0 }, size: 'medium', group: null },
    drawing: [{ id: '1', ink: 'ink', points: [0, 0, 0, 20] }],
    picture: { id: 'f', name: '', width: 1, height: 1 },
  })
  expect(wall.byId.get('far')?.text).toHaveLength(noteLetters)
  expect(wall.byId.get('far')?.spot).toEqual({ x: wallEdge, y: 0, z: 0 })
  const listener = vi.fn()
  wallStoreOf(doc).subscribe(listener)
  notes.delete('odd')
  expect(listener).toHaveBeenCalledTimes(1)
})

test('a change is told once, and only the note it touched is new', () => {
  const doc = open()
  const store = wallStoreOf(doc)
  const listener = vi.fn()
  const stop = store.subscribe(listener)
  const before = store.read()
  doc.transact(() => {
    setNoteText(doc, ids.a, 'longer')
    wallTitle(doc).insert(0, 'The ')
  })
  const after = store.read()
  expect(listener).toHaveBeenCalledTimes(1)
  expect(after.title).toBe('The Milling line')
  expect(after.byId.get(ids.a)).not.toBe(before.byId.get(ids.a))
  expect(after.byId.get(ids.b)).toBe(before.byId.get(ids.b))
  expect(after.groups).toBe(before.groups)
  stop()
  removeNotes(doc, [ids.a])
  expect(listener).toHaveBeenCalledTimes(1)
  expect(store.read().notes).toHaveLength(2)
})

test('a group that is moved or renamed leaves the notes in it the same', () => {
  const doc = open()
  const store = wallStoreOf(doc)
  store.subscribe(() => {})
  const group = groupNotes(doc, [ids.a, ids.b]) ?? ''
  const { notes } = store.read()
  moveGroup(doc, group, { x: 1, y: 2, z: 3 })
  renameGroup(doc, group, 'Tools')
  expect(store.read().notes).toBe(notes)
  expect(store.read().groups).toMatchObject([{ title: 'Tools', spot: { x: 1, y: 2, z: 3 } }])
})

test('what is watched is the same as what is read anew, whatever changes', () => {
  const doc = open()
  const store = wallStoreOf(doc)
  store.subscribe(() => {})
  const group = groupNotes(doc, [ids.a, ids.b]) ?? ''
  for (const change of [
    () => moveNotes(doc, [{ id: ids.c, spot: { x: 3, y: 4, z: 5 } }]),
    () => removeNotes(doc, [ids.a]),
    () => doc.getMap<Y.Map<unknown>>('groups').get(group)?.set('removed', 'now'),
    () => doc.getMap<Y.Map<unknown>>('groups').get(group)?.delete('removed'),
    () => doc.getMap('notes').delete(ids.b),
  ]) {
    change()
    expect(store.read()).toEqual(readWall(doc))
  }
})

test('of five hundred notes those that nobody touched are not read again', () => {
  const doc = new Y.Doc()
  const made = addNotes(
    doc,
    Array.from({ length: 500 }, (_, x) => ({ colour: 'blue', stage: '', spot: { x, y: 0, z: x } })),
  )
  const store = wallStoreOf(doc)
  store.subscribe(() => {})
  const spied = vi.spyOn(Y.Map.prototype, 'get')
  for (let y = 1; y <= 100; y++) moveNotes(doc, [{ id: made[7] ?? '', spot: { x: 0, y, z: 0 } }])
  expect(spied.mock.calls.length).toBeLessThan(100 * 40)
  spied.mockRestore()
  expect(store.read().byId.get(made[7] ?? '')?.spot.y).toBe(100)
})

test('new notes are laid in the columns of their topic, row by row, and on nothing that lies there', () => {
  const topics = [{ key: 'start' }, { key: 'stop' }]
  const stop = bandOf(topics, 'stop')
  const doc = open()
  moveNotes(doc, [{ id: ids.a, spot: { x: stop.from * gridStep + 30, y: 0, z: 0 } }])
  const wall = readWall(doc)
  const free = freeSpots(wall)
  const given = Array.from({ length: 4 }, () => free(stop)).map(({ x, y }) => [
    x / gridStep - stop.from,
    y / gridStep,
  ])
  expect(given).toEqual([
    [2, 0],
    [0, 1],
    [1, 1],
    [2, 1],
  ])
  expect(freeSpot(wall, bandOf(topics, 'start'))).toMatchObject({ x: 0, y: 0 })
  moveNotes(doc, [{ id: ids.b, spot: { x: -100, y: 100, z: 0 } }])
  moveNotes(doc, [{ id: ids.c, spot: { x: 350, y: 0, z: 0 } }])
  expect(freeSpot(readWall(doc), bandOf(topics, 'start'))).toMatchObject({
    x: gridStep,
    y: gridStep,
  })
  expect(bandOf(topics, null).from).toBeGreaterThan(stop.from)
})
