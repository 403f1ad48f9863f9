import { boardStoreOf } from '@atelier/shared/boards/board-store'
import { addCard, renameCard } from '@atelier/shared/boards/card-edits'
import { newBoardUpdate } from '@atelier/shared/boards/new-board'
import { addBlock } from '@atelier/shared/boards/relation-edits'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { relationsOf } from '../board-relations'
import { findCards } from './find-cards'

function openBoard(...titles: string[]) {
  const doc = new Y.Doc()
  const cards = titles.map((title) => ({ title, column: 'To do' }))
  Y.applyUpdate(doc, newBoardUpdate({ title: 'x', columns: ['To do'], cards }))
  const store = boardStoreOf(doc)
  store.subscribe(() => {})
  const idOf = (title: string) =>
    [...store.read().cards.values()].find((card) => card.title === title)?.id ?? ''
  return { doc, store, idOf }
}

test('a card is found by words of its title, whatever their case and accents, the nearest first', () => {
  const { store, idOf } = openBoard('Ask Málaga', 'Málaga trip', 'Book the trip', 'malaga')
  const found = (query: string, ...except: string[]) =>
    findCards(store.read().cards, query, new Set(except)).map(({ title }) => title)
  expect(found('MALAGA').slice(0, 2).sort()).toEqual(['Málaga trip', 'malaga'])
  expect(found('trip málaga')).toEqual(['Málaga trip'])
  expect(found('book', idOf('Book the trip'))).toEqual([])
  expect(found('')).toHaveLength(4)
})

test('of thousands of cards twelve are shown', () => {
  const { store } = openBoard(...Array.from({ length: 5_000 }, (_, n) => `Card ${n}`))
  expect(findCards(store.read().cards, 'card', new Set())).toHaveLength(12)
  expect(findCards(store.read().cards, '4999', new Set())).toMatchObject([{ title: 'Card 4999' }])
})

test('relations are read anew only when one of them is new', () => {
  const { doc, store, idOf } = openBoard('a', 'b')
  const [a, b] = [idOf('a'), idOf('b')]
  const first = relationsOf(store.read().cards)
  renameCard(doc, a, 'other')
  expect(relationsOf(store.read().cards)).toBe(first)
  addBlock(doc, a, b)
  expect(relationsOf(store.read().cards).blockedBy).toEqual(new Map([[b, [a]]]))
  addCard(doc, { title: 'c', column: store.read().columns[0]?.id ?? '' })
  expect(relationsOf(store.read().cards).blockedBy).toEqual(new Map([[b, [a]]]))
})
