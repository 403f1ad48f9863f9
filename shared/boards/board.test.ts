import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { readBoard } from './board'
import { noColumn } from './card'
import { addCard, moveCard, renameCard } from './card-edits'
import { addColumn } from './column-edits'
import { startingBoard } from './two-boards'

test('an empty room is an empty board', () => {
  expect(readBoard(new Y.Doc())).toEqual({
    title: '',
    columns: [],
    labels: [],
    cards: new Map(),
    archive: [],
    templates: [],
  })
})

/** Wrong values of every kind a Y.Map can hold, nested types among them. */
const junkValue = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }).map((value) => () => value as unknown),
  fc.constantFrom<() => unknown>(
    () => new Y.Map(),
    () => new Y.Array(),
    () => new Y.Text('text'),
    () => new Y.XmlText('xml'),
    () => new Y.XmlElement('p'),
    () => new Y.XmlFragment(),
    () => new Uint8Array(3),
    () => new Y.Doc(),
    () => undefined,
    () => ({ column: 'A', order: 'a0' }),
    () => ({ column: '__proto__', order: { toString: 1 } }),
  ),
)
const junkId = fc.constantFrom('__proto__', 'constructor', 'toString', '', 'A', 'b', noColumn)
const junkKey = fc.constantFrom(
  ...['name', 'order', 'removed', 'title', 'description', 'place', 'assignee', 'labels', 'due'],
  ...['archived', 'createdBy', 'colour', '__proto__', 'checklist'],
)
const junkEntry = fc.record({
  root: fc.constantFrom('columns', 'cards', 'labels'),
  id: junkId,
  key: fc.option(junkKey, { nil: null }),
  value: junkValue,
})

test('junk of any kind never makes reading or editing throw, and hides no card', () => {
  fc.assert(
    fc.property(fc.array(junkEntry, { maxLength: 30 }), (entries) => {
      const doc = new Y.Doc()
      for (const { root, id, key, value } of entries) {
        const map = doc.getMap<unknown>(root)
        if (key === null) map.set(id, value())
        else {
          if (!(map.get(id) instanceof Y.Map)) map.set(id, new Y.Map())
          ;(map.get(id) as Y.Map<unknown>).set(key, value())
        }
      }
      const board = readBoard(doc)
      const shown = board.columns.flatMap((column) => column.cards.map((card) => card.id))
      expect([...shown, ...board.archive.map((card) => card.id)].sort()).toEqual(
        [...board.cards.keys()].sort(),
      )
      const column = addColumn(doc, 'Rescue')
      for (const id of board.cards.keys()) {
        expect(moveCard(doc, id, { column, spot: 'top' })).toBe(true)
        renameCard(doc, id, 'Rescued')
        expect(readBoard(doc).cards.get(id)).toMatchObject({ column, title: 'Rescued' })
      }
    }),
    { seed: 815, numRuns: 300 },
  )
})

test('a root of the wrong type reads as nothing', () => {
  const doc = new Y.Doc()
  doc.getArray('cards').insert(0, ['junk'])
  doc.getMap('title').set('a', 1)
  expect(readBoard(doc)).toMatchObject({ title: '', columns: [], archive: [] })
})

test('a description of any depth is read without a stack overflow', () => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, startingBoard())
  const [card] = doc.getMap<Y.Map<unknown>>('cards').values()
  let parent: Y.XmlFragment = card?.get('description') as Y.XmlFragment
  for (let depth = 0; depth < 3000; depth++) {
    const child = new Y.XmlElement('blockquote')
    parent.insert(0, [child])
    parent = child
  }
  expect([...readBoard(doc).cards.values()].some((read) => read.hasDescription)).toBe(true)
})

test('what a newer version writes into a card survives being edited by this one', () => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, startingBoard())
  const { columns } = readBoard(doc)
  const [id = ''] = readBoard(doc).cards.keys()
  const entry = doc.getMap<Y.Map<unknown>>('cards').get(id)
  entry?.set('checklist', new Y.Array())
  moveCard(doc, id, { column: columns[2]?.id ?? '', spot: 'end' })
  expect(entry?.get('checklist')).toBeInstanceOf(Y.Array)
})

test('an edit of one card leaves every other card and column the same object', () => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, startingBoard())
  const before = readBoard(doc)
  const [todo, doing, done] = before.columns
  addCard(doc, { title: 'new', column: done?.id ?? '' })
  const after = readBoard(doc, before)
  expect(after.columns[0]).toBe(todo)
  expect(after.columns[1]).toBe(doing)
  expect(after.columns[2]).not.toBe(done)
  expect(after.labels).toBe(before.labels)
  expect(readBoard(doc, after).columns).toBe(after.columns)
})
