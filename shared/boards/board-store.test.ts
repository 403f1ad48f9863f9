import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { boardTitle } from './board-shape'
import { boardStoreOf } from './board-store'
import { addCard, cardDescription, moveCard } from './card-edits'
import { setDue } from './fact-edits'
import { newBoardUpdate } from './new-board'

function open() {
  const doc = new Y.Doc()
  const cards = [{ title: 'a', column: 'To do' }]
  Y.applyUpdate(doc, newBoardUpdate({ title: 'x', columns: ['To do', 'Done'], cards }))
  return { doc, store: boardStoreOf(doc) }
}

test('a change is told once, and only what it touched is new', () => {
  const { doc, store } = open()
  const listener = vi.fn()
  const stop = store.subscribe(listener)
  const [todo, done] = store.read().columns
  const [card] = store.read().cards.keys()
  setDue(doc, card ?? '', '2026-12-01')
  expect(listener).toHaveBeenCalledTimes(1)
  expect(store.read().columns[0]).not.toBe(todo)
  expect(store.read().columns[1]).toBe(done)
  stop()
  moveCard(doc, card ?? '', { column: done?.id ?? '', spot: 'end' })
  expect(listener).toHaveBeenCalledTimes(1)
})

test('typing in a description redraws nothing but the first letter', () => {
  const { doc, store } = open()
  const listener = vi.fn()
  store.subscribe(listener)
  const [id = ''] = store.read().cards.keys()
  const text = new Y.XmlText()
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [text])
  cardDescription(doc, id)?.insert(0, [paragraph])
  expect(listener).toHaveBeenCalledTimes(1)
  text.insert(0, 'many letters')
  expect(listener).toHaveBeenCalledTimes(1)
})

test('who starts watching late sees what happened before', () => {
  const { doc, store } = open()
  addCard(doc, { title: 'b', column: store.read().columns[0]?.id ?? '' })
  store.subscribe(() => {})
  expect(store.read().columns[0]?.cards.map((card) => card.title)).toEqual(['a', 'b'])
})

test('a column that was removed goes with the last card that lies in it, and comes back with the next', () => {
  const { doc, store } = open()
  store.subscribe(() => {})
  const [todo, done] = store.read().columns.map(({ id }) => id)
  const [card = ''] = store.read().cards.keys()
  doc
    .getMap<Y.Map<unknown>>('columns')
    .get(todo ?? '')
    ?.set('removed', { at: '', id: 'x' })
  const shown = () => store.read().columns.map(({ name }) => name)
  expect(shown()).toEqual(['To do', 'Done'])
  moveCard(doc, card, { column: done ?? '', spot: 'end' })
  expect(shown()).toEqual(['Done'])
  const entry = doc.getMap<Y.Map<unknown>>('cards').get(card)
  entry?.set('place', { column: todo, order: 'a0' })
  expect(shown()).toEqual(['To do', 'Done'])
})

test('the title is read again, too', () => {
  const { doc, store } = open()
  store.subscribe(() => {})
  boardTitle(doc).insert(0, 'Our ')
  expect(store.read().title).toBe('Our x')
})
