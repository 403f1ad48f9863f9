/** Boards a card goes between while people who have not heard of it work on. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { must } from '../basics/must'
import { readBoard } from './board'
import { archiveCard, cardDescription, moveCard, restoreCard } from './card-edits'
import { addChecklist, addChecklistItem } from './checklist-edits'
import { isWrittenAfterMove, keepLeftBehind, printOfCard } from './left-behind-edits'
import { newBoardUpdate } from './new-board'
import { toYjs } from './rich-text'
import { cardParcel, receiveCards, sendCardsAway } from './transfer-edits'

const boardWith = (columns: string[], titles: string[] = []) => {
  const doc = new Y.Doc()
  const cards = titles.map((title) => ({ title, column: columns[0] ?? '' }))
  Y.applyUpdate(doc, newBoardUpdate({ title: 'Board', columns, cards }))
  return doc
}
const copyOf = (doc: Y.Doc) => {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}
const bring = (from: Y.Doc, to: Y.Doc) =>
  Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)))
const columnOf = (doc: Y.Doc, at = 0) => must(readBoard(doc).columns[at], 'column').id
const firstOf = (doc: Y.Doc) => must([...readBoard(doc).cards.keys()][0], 'card')
const shown = (doc: Y.Doc) => readBoard(doc).columns.flatMap(({ cards }) => cards)
const words = (doc: Y.Doc, id: string) => cardDescription(doc, id)?.toString() ?? ''
const write = (doc: Y.Doc, id: string, text: string) =>
  cardDescription(doc, id)?.push(toYjs([{ type: 'paragraph', content: [{ type: 'text', text }] }]))

function move(from: Y.Doc, to: Y.Doc, id: string, name: string) {
  const parcel = cardParcel(from, [id])
  const arrival = { column: columnOf(to), files: new Map(), mayRead: () => true, outcomes: null }
  expect(receiveCards(to, parcel, [id], arrival)).toBe(true)
  sendCardsAway(from, [id], name, { leftAs: new Map([[id, printOfCard(parcel, id)]]) })
}

function twoBoards() {
  const a = boardWith(['To do', 'Doing'], ['Weld'])
  return { a, b: boardWith(['Plan']), id: firstOf(a), offline: copyOf(a) }
}

test('a card that is dragged by somebody who had not heard of its move is on one board', () => {
  const { a, b, id, offline } = twoBoards()
  moveCard(offline, id, { column: columnOf(offline, 1), spot: 'end' })
  move(a, b, id, 'b')
  bring(offline, a)
  expect([shown(a), shown(b).map((card) => card.id)]).toEqual([[], [id]])
  expect(readBoard(a).archive).toMatchObject([{ id, movedTo: 'b' }])
  restoreCard(a, id)
  expect(shown(a)).toMatchObject([{ id, movedTo: null, column: columnOf(a, 1) }])
})

test('a card that is archived and dragged again before its move is heard of is away', () => {
  const { a, b, id, offline } = twoBoards()
  archiveCard(offline, id)
  moveCard(offline, id, { column: columnOf(offline, 1), spot: 'end' })
  move(a, b, id, 'b')
  bring(offline, a)
  expect([shown(a).length, shown(b).length]).toEqual([0, 1])
})

test('what is written on it after it went is told from what went, and becomes a card of its own', () => {
  const { a, b, id, offline } = twoBoards()
  const list = must(addChecklist(a, id, 'Steps'), 'list')
  bring(a, offline)
  move(a, b, id, 'b')
  expect(isWrittenAfterMove(a, id)).toBe(false)
  write(offline, id, 'four hours of work')
  addChecklistItem(offline, id, list, { text: 'by hand' })
  bring(offline, a)
  expect(isWrittenAfterMove(a, id)).toBe(true)
  const kept = must(keepLeftBehind(a, id), 'kept')
  expect(shown(a)).toMatchObject([
    { id: kept, title: 'Weld', movedTo: null, checklists: [{ items: [{ text: 'by hand' }] }] },
  ])
  expect(words(a, kept)).toContain('four hours of work')
  expect([isWrittenAfterMove(a, id), readBoard(a).cards.get(id)?.movedTo]).toEqual([false, 'b'])
})

test('what is written between the copy that goes and the word that it went counts as written after', () => {
  const { a, b, id } = twoBoards()
  const parcel = cardParcel(a, [id])
  receiveCards(b, parcel, [id], {
    column: columnOf(b),
    files: new Map(),
    mayRead: () => true,
    outcomes: null,
  })
  write(a, id, 'in between')
  sendCardsAway(a, [id], 'b', { leftAs: new Map([[id, printOfCard(parcel, id)]]) })
  expect(isWrittenAfterMove(a, id)).toBe(true)
})

test('a card that comes back puts what was written meanwhile into the archive', () => {
  const { a, b, id, offline } = twoBoards()
  write(offline, id, 'meanwhile')
  move(a, b, id, 'b')
  bring(offline, a)
  move(b, a, id, 'a')
  expect(shown(a).map((card) => card.id)).toEqual([id])
  const [put, ...others] = readBoard(a).archive
  expect([put?.title, put?.movedTo, others]).toEqual(['Weld', null, []])
  expect(words(a, put?.id ?? '')).toContain('meanwhile')
  expect(isWrittenAfterMove(a, id)).toBe(false)
})

test('a print does not depend on the order in which a document came together', () => {
  const { a, id } = twoBoards()
  const list = must(addChecklist(a, id, 'Steps'), 'list')
  const [ben, ina] = [copyOf(a), copyOf(a)]
  addChecklistItem(ben, id, list, { text: 'one', done: true })
  addChecklistItem(ina, id, list, { text: 'two' })
  bring(ben, ina)
  bring(ina, ben)
  expect(printOfCard(ben, id)).toBe(printOfCard(ina, id))
  expect(printOfCard(cardParcel(ben, [id]), id)).toBe(printOfCard(ina, id))
  expect(printOfCard(a, id)).not.toBe(printOfCard(ina, id))
})

const kinds = ['drag', 'archive', 'write', 'move', 'hear', 'send'] as const
const step = fc.record({ who: fc.nat(2), kind: fc.constantFrom(...kinds), x: fc.nat(99) })

test('a card that is moved between boards by some while others drag and write is on one board, and no word is lost', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const boards = [boardWith(['One', 'Two'], ['Weld', 'Saw']), boardWith(['Plan', 'Done'])]
      const people = [0, 1, 2].map(() => boards.map(copyOf))
      const ids = [...readBoard(must(boards[0], 'board')).cards.keys()]
      const written: string[] = []
      const isOn = (id: string) =>
        boards.findIndex((doc) => readBoard(doc).cards.get(id)?.movedTo === null)
      for (const { who, kind, x } of steps) {
        const id = ids[x % 2] ?? ''
        const at = (x >> 1) % 2
        const own = must(people[who]?.[at], 'own')
        const isKnown = readBoard(own).cards.get(id)?.movedTo === null
        const there = isOn(id)
        const [from, to] = [must(boards[there], 'from'), must(boards[1 - there], 'to')]
        if (kind === 'drag' && isKnown)
          moveCard(own, id, { column: columnOf(own, (x >> 2) % 2), spot: 'end' })
        if (kind === 'archive' && isKnown) archiveCard(own, id)
        if (kind === 'write' && isKnown) {
          written.push(`word-${written.length}.`)
          write(own, id, written.at(-1) ?? '')
        }
        if (kind === 'move' && readBoard(from).cards.get(id)?.archivedAt === null)
          move(from, to, id, `board ${1 - there}`)
        if (kind === 'hear') bring(must(boards[at], 'board'), own)
        if (kind === 'send') bring(own, must(boards[at], 'board'))
      }
      for (const docs of people)
        for (const [at, doc] of docs.entries()) bring(doc, must(boards[at], 'board'))
      for (const id of ids) {
        const found = boards.map((doc) => readBoard(doc).cards.get(id))
        expect(found.filter((card) => card?.movedTo === null).length).toBe(1)
        expect(boards.flatMap(shown).filter((card) => card.id === id).length).toBeLessThan(2)
      }
      const all = boards.flatMap((doc) =>
        [...readBoard(doc).cards.keys()].map((id) => words(doc, id)),
      )
      for (const word of written) expect(all.join(' ')).toContain(word)
    }),
    { seed: 20_261_127, numRuns: 150 },
  )
})
