import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { readBoard } from './board'
import { noColumn } from './card'
import { addCard, archiveCard, moveCard, renameCard } from './card-edits'
import { addChecklistItem, moveItem, removeChecklist } from './checklist-edits'
import { addColumn } from './column-edits'
import { removeTemplate, saveAsTemplate } from './copy-edits'
import { addHelper, askWhatWasLearned, writeLearned, writeLearningGoal } from './learning-edits'
import { addBlock, setDuplicateOf, setPartOf } from './relation-edits'
import { readRelations } from './relations'
import { plain, startingBoard } from './two-boards'

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
    () => ({ list: 'A', order: 'a0' }),
    () => true,
    () => new Y.Map([['removed', { list: 7 }]]),
    () => new Y.Map<unknown>([['place', new Y.Map()]]),
  ),
)
const junkId = fc.constantFrom('__proto__', 'constructor', 'toString', '', 'A', 'b', noColumn)
const junkKey = fc.constantFrom(
  ...['name', 'order', 'removed', 'title', 'description', 'place', 'assignee', 'labels', 'due'],
  ...['archived', 'createdBy', 'colour', '__proto__', 'checklist', 'start', 'estimate', 'cover'],
  ...['template', 'partOf', 'duplicates', 'createdAt', 'limit', 'done', ':', 'unknown:A'],
  ...['list', 'item', 'file', 'blocks', 'assignee', 'goal', 'learned', 'asked', 'helper'].flatMap(
    (kind) => [`${kind}:`, `${kind}:A`, `${kind}:b:A`, `${kind}:__proto__:b:A`],
  ),
)
const junkEntry = fc.record({
  root: fc.constantFrom('columns', 'cards', 'labels'),
  id: junkId,
  key: fc.option(junkKey, { nil: null }),
  value: junkValue,
})

/** What a person could do with a card they see, whatever is on it. */
function tryEverything(doc: Y.Doc, id: string, other: string): void {
  addBlock(doc, id, other)
  setPartOf(doc, id, other)
  setDuplicateOf(doc, other, id)
  writeLearningGoal(doc, id, 'A', 'To know')
  writeLearned(doc, id, 'b', 'Knew it')
  addHelper(doc, id, 'A', 'b')
  askWhatWasLearned(doc, [id], ['A', '__proto__'])
  for (const { id: list, items } of readBoard(doc).cards.get(id)?.checklists ?? []) {
    const added = addChecklistItem(doc, id, list, { text: 'One more' }) ?? ''
    for (const item of items) moveItem(doc, id, item.id, { list, spot: { after: added } })
    removeChecklist(doc, id, list)
  }
  saveAsTemplate(doc, id)
  removeTemplate(doc, saveAsTemplate(doc, id) ?? '')
  expect(readBoard(doc).cards.get(id)?.learning.goals).toContainEqual({
    person: 'A',
    text: expect.stringContaining('To know'),
    helpers: expect.arrayContaining(['b']),
  })
}

test('junk of any kind never makes reading or editing throw, and hides no card', () => {
  fc.assert(
    fc.property(fc.array(junkEntry, { maxLength: 30 }), (entries) => {
      const doc = new Y.Doc()
      // What is written must also find its way to others.
      doc.on('update', () => {})
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
      const away = [...board.archive, ...board.templates].map((card) => card.id)
      expect([...shown, ...away].sort()).toEqual([...board.cards.keys()].sort())
      const column = addColumn(doc, 'Rescue')
      for (const [id, { archivedAt, isTemplate }] of board.cards) {
        for (const other of board.cards.keys()) tryEverything(doc, id, other)
        expect(archivedAt !== null || isTemplate || archiveCard(doc, id)).toBe(true)
        expect(moveCard(doc, id, { column, spot: 'top' })).toBe(true)
        renameCard(doc, id, 'Rescued')
        expect(readBoard(doc).cards.get(id)).toMatchObject({ column, title: 'Rescued' })
      }
      const copy = new Y.Doc()
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
      expect(plain(readBoard(copy))).toEqual(plain(readBoard(doc)))
      readRelations(readBoard(doc).cards)
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
