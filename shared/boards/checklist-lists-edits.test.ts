import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { readBoard } from './board'
import { followBoardUndo } from './board-undo'
import { addCard } from './card-edits'
import { addChecklist, addChecklistItems, itemToCard, moveChecklist } from './checklist-edits'
import { addColumn } from './column-edits'

function oneCard() {
  const doc = new Y.Doc()
  const card = addCard(doc, { title: 'Saw', column: addColumn(doc, 'To do') }) ?? ''
  const list = (name: string) => addChecklist(doc, card, name) ?? ''
  return { doc, card, list }
}

const listsIn = (doc: Y.Doc, card: string) => readBoard(doc).cards.get(card)?.checklists ?? []
const names = (doc: Y.Doc, card: string) => listsIn(doc, card).map(({ name }) => name)
const texts = (doc: Y.Doc, card: string) =>
  listsIn(doc, card).flatMap(({ items }) => items.map(({ text }) => text))

test('a pasted list is one step of undo, and what others wrote since stays', () => {
  const { doc, card, list } = oneCard()
  const steps = list('Steps')
  const undo = followBoardUndo(doc)
  const ids = addChecklistItems(doc, card, steps, [
    { text: 'One' },
    { text: 'Two', done: true },
    { text: 'Three' },
  ])
  expect(ids).toHaveLength(3)
  expect(texts(doc, card)).toEqual(['One', 'Two', 'Three'])
  expect(listsIn(doc, card)[0]?.items[1]?.done).toBe(true)
  const ben = new Y.Doc()
  Y.applyUpdate(ben, Y.encodeStateAsUpdate(doc))
  addChecklistItems(ben, card, steps, [{ text: 'Four' }])
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(ben))
  expect(undo.undo()).toBe(true)
  expect(texts(doc, card)).toEqual(['Four'])
  expect(undo.redo()).toBe(true)
  expect(texts(doc, card)).toEqual(['One', 'Two', 'Three', 'Four'])
})

test('nothing is added where the list is not, and what is too long is refused whole', () => {
  const { doc, card, list } = oneCard()
  const steps = list('Steps')
  expect(addChecklistItems(doc, card, 'none', [{ text: 'One' }])).toEqual([])
  expect(() =>
    addChecklistItems(doc, card, steps, [{ text: 'One' }, { text: 'x'.repeat(501) }]),
  ).toThrow('invalid')
  expect(texts(doc, card)).toEqual([])
})

test('checklists are put in another order, and two who do so at once end up with the same', () => {
  const { doc, card, list } = oneCard()
  const [a, b, c] = [list('A'), list('B'), list('C')]
  const ben = new Y.Doc()
  Y.applyUpdate(ben, Y.encodeStateAsUpdate(doc))
  moveChecklist(doc, card, c, 'top')
  expect(names(doc, card)).toEqual(['C', 'A', 'B'])
  moveChecklist(ben, card, a, { after: b })
  Y.applyUpdate(ben, Y.encodeStateAsUpdate(doc))
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(ben))
  expect(names(doc, card)).toEqual(['C', 'B', 'A'])
  expect(names(ben, card)).toEqual(names(doc, card))
  expect(moveChecklist(doc, card, 'none', 'top')).toBe(false)
})

test('making a card of an item is one step of undo, and of redo', () => {
  const { doc, card, list } = oneCard()
  const steps = list('Steps')
  const [item = ''] = addChecklistItems(doc, card, steps, [{ text: 'Plane the top' }])
  const undo = followBoardUndo(doc)
  const titles = () => readBoard(doc).columns.flatMap(({ cards }) => cards.map((one) => one.title))
  const made = itemToCard(doc, card, item) ?? ''
  expect(titles()).toEqual(['Saw', 'Plane the top'])
  expect(texts(doc, card)).toEqual([])
  expect(readBoard(doc).cards.get(made)?.partOf).toBe(card)
  expect(undo.undo()).toBe(true)
  expect(titles()).toEqual(['Saw'])
  expect(texts(doc, card)).toEqual(['Plane the top'])
  expect(undo.undo()).toBe(false)
  expect(undo.redo()).toBe(true)
  expect(titles()).toEqual(['Saw', 'Plane the top'])
  expect(texts(doc, card)).toEqual([])
  expect(readBoard(doc).cards.get(made)?.partOf).toBe(card)
})
