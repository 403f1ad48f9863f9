import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { must } from '../basics/must'
import { readBoard } from './board'
import { moveCard } from './card-edits'
import { newBoardUpdate } from './new-board'
import { addBlock, removeBlock, setDuplicateOf, setPartOf } from './relation-edits'
import { readRelations } from './relations'
import { countTorn, countTornFrom, lateRelations } from './relations-across-edits'
import { cardParcel, receiveCards, sendCardsAway } from './transfer-edits'

function boardWith(titles: string[]): Y.Doc {
  const doc = new Y.Doc()
  const cards = titles.map((title) => ({ title, column: 'To do' }))
  Y.applyUpdate(doc, newBoardUpdate({ title: '', columns: ['To do', 'Done'], cards }))
  return doc
}
const column = (doc: Y.Doc, at = 0) => must(readBoard(doc).columns[at], 'column').id
const plain = { files: new Map(), mayRead: () => true, outcomes: null }

/** Four cards of a plan on board `a`: b is part of a, b blocks c, d duplicates c. */
function plan() {
  const a = boardWith(['a', 'b', 'c', 'd'])
  const ids = ['a', 'b', 'c', 'd'].map(
    (title) =>
      must(
        [...readBoard(a).cards.values()].find((card) => card.title === title),
        title,
      ).id,
  ) as [string, string, string, string]
  setPartOf(a, ids[1], ids[0])
  addBlock(a, ids[1], ids[2])
  setDuplicateOf(a, ids[3], ids[2])
  return { a, b: boardWith([]), ids }
}

const names = new Map<Y.Doc, string>()
const nameOf = (doc: Y.Doc) =>
  names.get(doc) ?? must(names.set(doc, `board${names.size}`), 'name').get(doc) ?? ''

function move(from: Y.Doc, to: Y.Doc, ids: readonly string[], back = false): number {
  const going = new Set(ids)
  const torn = countTorn(from, going)
  const late = lateRelations(from, going, nameOf(to))
  const arrival = { ...plain, column: back ? null : column(to), late }
  expect(receiveCards(to, cardParcel(from, ids), ids, arrival)).toBe(true)
  sendCardsAway(from, ids, nameOf(to))
  return torn
}

/** On the board now, of cards that are not away: `b ⊂ a`, `b → c`, `d = c`, by title. */
function relations(doc: Y.Doc): string[] {
  const { cards } = readBoard(doc)
  const here = new Map([...cards].filter(([, card]) => card.movedTo === null))
  const title = (id: string) => here.get(id)?.title ?? ''
  const { wholeOf, blocks, originalOf } = readRelations(here)
  return [
    ...[...wholeOf].map(([part, whole]) => `${title(part)} ⊂ ${title(whole)}`),
    ...[...blocks].flatMap(([id, others]) =>
      others.map((other) => `${title(id)} → ${title(other)}`),
    ),
    ...[...originalOf].map(([id, other]) => `${title(id)} = ${title(other)}`),
  ].sort()
}

const whole = ['b ⊂ a', 'b → c', 'd = c'].sort()

test('cards that go together keep what is between them, and nothing was left behind', () => {
  const { a, b, ids } = plan()
  expect(move(a, b, ids)).toBe(0)
  expect([relations(a), relations(b)]).toEqual([[], whole])
})

test('only what is between those that go and those that stay is left behind, each once, and holds again after', () => {
  const { a, b, ids } = plan()
  const [, two, three] = ids
  expect(move(a, b, [two, three])).toBe(2)
  expect([relations(a), relations(b)]).toEqual([[], ['b → c']])
  expect(move(b, a, [two, three], true)).toBe(0)
  expect([relations(a), relations(b)]).toEqual([whole, []])
})

test('what was said there of those that come back holds here, also that it is said no more', () => {
  const { a, b, ids } = plan()
  const [one, two, three, four] = ids
  move(a, b, ids)
  removeBlock(b, two, three)
  addBlock(b, one, four)
  move(b, a, ids, true)
  expect(relations(a)).toEqual(['a → d', 'b ⊂ a', 'd = c'].sort())
})

test('cards that go one after the other are related there once both are, whoever said it of whom', () => {
  for (const order of [
    [0, 1, 2, 3],
    [3, 2, 1, 0],
  ]) {
    const { a, b, ids } = plan()
    for (const at of order) move(a, b, [must(ids[at], 'card')])
    expect([relations(a), relations(b)]).toEqual([[], whole])
    move(b, a, ids, true)
    expect(relations(a)).toEqual(whole)
  }
})

test('those that come back lie where they lay, and in the first column where theirs is gone or unknown', () => {
  const { a, b, ids } = plan()
  const done = column(a, 1)
  moveCard(a, ids[2], { column: done, spot: 'end' })
  const before = readBoard(a).columns.map(({ cards }) => cards.map(({ id }) => id))
  move(a, b, ids)
  move(b, a, ids, true)
  expect(readBoard(a).columns.map(({ cards }) => cards.map(({ id }) => id))).toEqual(before)
  move(a, b, ids)
  const c = boardWith([])
  move(b, c, ids, true)
  expect(readBoard(c).columns[0]?.cards.map(({ title }) => title)).toEqual(['a', 'b', 'c', 'd'])
})

test('copies are related to each other and to nothing else', () => {
  const { a, b, ids } = plan()
  const copied = ids.slice(0, 3)
  const as = new Map(copied.map((id) => [id, `copy-${id}`]))
  expect(countTornFrom(a, new Set(copied))).toBe(0)
  expect(countTornFrom(a, new Set([ids[1]]))).toBe(2)
  receiveCards(b, cardParcel(a, copied, as), [...as.values()], { ...plain, column: column(b) })
  expect([relations(b), relations(a)]).toEqual([['b → c', 'b ⊂ a'].sort(), whole])
})
