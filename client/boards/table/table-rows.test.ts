import { readBoard } from '@atelier/shared/boards/board'
import { boardStoreOf } from '@atelier/shared/boards/board-store'
import { addCard, archiveCard, moveCard, renameCard } from '@atelier/shared/boards/card-edits'
import { addAssignee, addOutcome, setDue, setEstimate } from '@atelier/shared/boards/fact-edits'
import { newBoardUpdate } from '@atelier/shared/boards/new-board'
import { setPartOf } from '@atelier/shared/boards/relation-edits'
import type { GroupKind, TableSort } from '@atelier/shared/boards/view'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { groupingBy, takesNewCards } from './table-groups'
import { rowsOf, type TableRow } from './table-rows'
import { createSorting, sorted } from './table-sort'
import type { TableWorld } from './table-world'

const people = new Map([
  ['ana', { name: 'Ana' }],
  ['zoe', { name: 'Zoe' }],
])
const outcomes = [{ id: 'o2', name: 'Second' }]

function board() {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, newBoardUpdate({ title: '', columns: ['To do', 'Done'] }))
  const [toDo = '', done = ''] = readBoard(doc).columns.map(({ id }) => id)
  const add = (title: string, column = toDo) => addCard(doc, { title, column }) ?? ''
  const read = () => readBoard(doc)
  const world = (): TableWorld => ({
    ...{ board: read(), people, outcomes, today: '2026-11-25', locale: 'en' },
  })
  return { doc, toDo, done, add, read, world }
}
type Made = ReturnType<typeof board>

const cardsOf = ({ read }: Made) => read().columns.flatMap(({ cards }) => cards)
const titles = (made: Made, sort: TableSort) =>
  sorted(cardsOf(made), sort, made.world()).map(({ title }) => title)

function shown(made: Made, group: GroupKind | null, folded: string[] = []) {
  const rows = rowsOf({
    cards: cardsOf(made),
    grouping: groupingBy(group, made.world()),
    folded: new Set(folded),
    canAddTo: takesNewCards,
    emptyOnes: false,
  })
  return rows.map((row) =>
    row.kind === 'card'
      ? row.card.title
      : row.kind === 'new'
        ? '+'
        : `${row.group.name ?? row.group.id} ${row.sums.cards}/${row.sums.points}`,
  )
}

test('sorts as people do, with what has nothing to sort by last either way', () => {
  const made = board()
  const [b10, a, b9] = ['Öl 10', 'Apfel', 'öl 9'].map((title) => made.add(title))
  setDue(made.doc, b10 ?? '', '2026-01-02')
  setDue(made.doc, a ?? '', '2026-01-01')
  expect(titles(made, { by: 'title', down: false })).toEqual(['Apfel', 'öl 9', 'Öl 10'])
  expect(titles(made, { by: 'title', down: true })).toEqual(['Öl 10', 'öl 9', 'Apfel'])
  expect(titles(made, { by: 'due', down: false })).toEqual(['Apfel', 'Öl 10', 'öl 9'])
  expect(titles(made, { by: 'due', down: true })).toEqual(['Öl 10', 'Apfel', 'öl 9'])
  setEstimate(made.doc, b9 ?? '', 0)
  expect(titles(made, { by: 'estimate', down: true })[0]).toBe('öl 9')
})

test('sorts by how many parts are done', () => {
  const made = board()
  const [whole, other, part] = ['Whole', 'Other', 'Part'].map((title) => made.add(title))
  setPartOf(made.doc, part ?? '', whole ?? '')
  const finished = made.add('Finished', made.done)
  setPartOf(made.doc, finished, other ?? '')
  expect(titles(made, { by: 'parts', down: false }).slice(0, 2)).toEqual(['Whole', 'Other'])
})

test('a card of two people is in both groups, and counts in both', () => {
  const made = board()
  const both = made.add('Both')
  made.add('Nobody’s')
  for (const person of ['ana', 'zoe']) addAssignee(made.doc, both, person)
  setEstimate(made.doc, both, 3)
  expect(shown(made, 'person')).toEqual([
    ...['Ana 1/3', 'Both', '+', 'Zoe 1/3', 'Both', '+'],
    ...['nobody 1/0', 'Nobody’s', '+'],
  ])
})

test('cards go by outcome in the project’s order, and those of outcomes that are gone together', () => {
  const made = board()
  const [known, gone] = [made.add('Known'), made.add('Gone')]
  made.add('None')
  addOutcome(made.doc, known, 'o2')
  addOutcome(made.doc, gone, 'o1')
  expect(shown(made, 'outcome')).toEqual([
    ...['Second 1/0', 'Known', '+', 'goneOutcome 1/0', 'Gone'],
    ...['noOutcome 1/0', 'None', '+'],
  ])
  const down = { by: 'outcomes', down: false } as const
  expect(titles(made, down)).toEqual(['Known', 'Gone', 'None'])
})

test('cards of people who left are found among those of former members', () => {
  const made = board()
  addAssignee(made.doc, made.add('Left behind'), 'gone')
  expect(shown(made, 'person')).toEqual(['former 1/0', 'Left behind'])
})

test('folding a group hides its cards and leaves its sums', () => {
  const made = board()
  made.add('One')
  made.add('Two', made.done)
  expect(shown(made, 'column', [made.toDo])).toEqual(['To do 1/0', 'Done 1/0', 'Two', '+'])
})

test('without groups all cards are rows, and one can be added below', () => {
  const made = board()
  archiveCard(made.doc, made.add('Away'))
  made.add('Here')
  expect(shown(made, null)).toEqual(['Here', '+'])
})

test('rows that show the same are the same objects after somebody changed one card', () => {
  const made = board()
  const [one = '', two = ''] = ['One', 'Two'].map((title) => made.add(title))
  const store = boardStoreOf(made.doc)
  store.subscribe(() => {})
  const rows = (previous?: readonly TableRow[]) =>
    rowsOf({
      cards: store.read().columns.flatMap(({ cards }) => cards),
      grouping: groupingBy('column', { ...made.world(), board: store.read() }),
      ...{ folded: new Set<string>(), canAddTo: takesNewCards, emptyOnes: true },
      ...(previous && { previous }),
    })
  const before = rows()
  renameCard(made.doc, two, 'Two again')
  const after = rows(before)
  const changed = after.filter((row) => !before.includes(row))
  expect(changed.map((row) => row.kind === 'card' && row.card.id)).toEqual([two])
  expect(after.find((row) => row.kind === 'card' && row.card.id === one)).toBeDefined()
})

test('a card that changes is put in where sorting all anew would have it', () => {
  const made = board()
  const ids = Array.from({ length: 60 }, (_, n) => made.add(`Card ${(n * 37) % 20}`))
  const store = boardStoreOf(made.doc)
  store.subscribe(() => {})
  const order = createSorting()
  const sort = { by: 'title', down: true } as const
  const cards = () => store.read().columns.flatMap((column) => column.cards)
  const world = { ...made.world(), people }
  const agree = () => {
    const now = { ...world, board: { ...store.read(), labels: world.board.labels } }
    expect(order(cards(), sort, now)).toEqual(sorted(cards(), sort, now))
  }
  agree()
  renameCard(made.doc, ids[5] ?? '', 'Card 7')
  agree()
  moveCard(made.doc, ids[9] ?? '', { column: made.done, spot: 'end' })
  moveCard(made.doc, ids[11] ?? '', { column: made.toDo, spot: 'top' })
  agree()
  archiveCard(made.doc, ids[3] ?? '')
  made.add('Card 7')
  agree()
})
