import { must } from '@atelier/shared/basics/must'
import { readBoard } from '@atelier/shared/boards/board'
import { addAssignee } from '@atelier/shared/boards/fact-edits'
import { addHelper, askWhatWasLearned, writeLearned } from '@atelier/shared/boards/learning-edits'
import { newBoardUpdate } from '@atelier/shared/boards/new-board'
import { expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { describeCard, theCard } from '../testing/inbox-stage'
import { cardNews } from './card-news'
import { cardRowsOf } from './card-rows'

function boardWithACard() {
  const doc = new Y.Doc()
  const cards = [{ title: 'Measure', column: 'To do' }]
  Y.applyUpdate(doc, newBoardUpdate({ title: 'Work', columns: ['To do'], cards }))
  return { doc, card: theCard(doc) }
}
const rowOf = (doc: Y.Doc) => must(cardRowsOf(doc)[0], 'row')
const someone = (nth: number) => `${String(nth).padStart(8, '0')}-0000-4000-8000-000000000000`

test('of too many people on a card those stay to whom it is assigned, who are asked, and who help', () => {
  const { doc, card } = boardWithACard()
  for (let nth = 0; nth < 60; nth++) describeCard(doc, someone(nth))
  const [assigned, asked, helper] = [someone(901), someone(902), someone(903)]
  addAssignee(doc, card, assigned)
  askWhatWasLearned(doc, [card], [asked])
  addHelper(doc, card, someone(904), helper)
  const { people } = rowOf(doc)
  expect(people).toHaveLength(50)
  const ids = people.map(({ personId }) => personId)
  expect(ids).toEqual([...ids].sort())
  expect(ids.slice(-3)).toEqual([assigned, asked, helper])
})

test('however many keys a card has, and people are new on it, its keys and its text are gone through once', () => {
  const { doc, card } = boardWithACard()
  const before = rowOf(doc)
  const people = Array.from({ length: 10 }, (_, nth) => someone(nth))
  doc.transact(() => {
    for (const person of people) {
      addHelper(doc, card, someone(99), person)
      addAssignee(doc, card, person)
      writeLearned(doc, card, person, 'Patience')
      describeCard(doc, person)
    }
  })
  const change = { before, after: rowOf(doc) }
  const entry = doc.getMap('cards').get(card) as Y.Map<unknown>
  const walks = [
    vi.spyOn(entry._map, 'entries'),
    vi.spyOn(entry._map, Symbol.iterator),
    vi.spyOn(entry, 'get'),
  ]
  const writerOf = vi.fn(() => 'ana')
  const authors = { writerOf, deleterOf: () => null }
  const readers = new Set(people.slice(0, 8))
  const { personal, changes } = cardNews(doc, { authors, readers, editors: readers }, change)
  const told = (kind: string) => personal.filter((one) => one.kind === kind).map((one) => one.by)
  for (const kind of ['assigned', 'named-helper', 'mentioned'])
    expect(told(kind)).toEqual(Array(8).fill('ana'))
  expect(changes).toEqual(people.map(() => ({ change: 'learned', by: 'ana' })))
  const [all = walks[0], each, get] = walks
  expect((all?.mock.calls.length ?? 0) + (each?.mock.calls.length ?? 0)).toBeLessThanOrEqual(1)
  expect(get?.mock.calls.filter(([key]) => key === 'description')).toHaveLength(1)
  expect(readBoard(doc).cards.size).toBe(1)
})
