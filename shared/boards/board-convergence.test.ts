/** Four people do anything at all, hear of it late, twice or in any order, and meet in the end. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readBoard } from './board'
import * as cards from './card-edits'
import * as columns from './column-edits'
import * as facts from './fact-edits'
import { type Four, fourPeople, hearSome, meetAll, pick } from './four-people'
import { addBoardLabel, removeBoardLabel } from './label-edits'
import { type Person, plain } from './two-boards'

const seed = 20_261_122
const kinds = [
  ...['addColumn', 'renameColumn', 'moveColumn', 'removeColumn', 'restoreColumn', 'addCard'],
  ...['moveCard', 'moveCard', 'moveCard', 'archive', 'restore', 'rename', 'label', 'unlabel'],
  ...['undo', 'redo', 'hear', 'hear', 'hear'],
] as const
type Step = { who: number; kind: (typeof kinds)[number]; x: number; y: number; z: number }
type Team = Four & { made: Set<string> }

const nat = fc.nat(1 << 16)
const step = fc.record({ who: fc.nat(3), kind: fc.constantFrom(...kinds), x: nat, y: nat, z: nat })

function act(team: Team, { who, kind, x, y, z }: Step): void {
  const { doc } = team.people[who] as Person
  const board = readBoard(doc)
  const card = pick([...board.cards.keys()].sort(), x) ?? ''
  const column = pick(board.columns, y)?.id ?? ''
  const neighbour = pick(pick(board.columns, y)?.cards ?? [], z)?.id ?? ''
  const spot =
    pick(['top', 'end', { before: neighbour }, { after: neighbour }] as const, z) ?? 'end'
  const acts: Record<Step['kind'], () => unknown> = {
    addColumn: () => columns.addColumn(doc, `column ${x}`, 'top'),
    renameColumn: () => columns.renameColumn(doc, column, `renamed ${x}`),
    moveColumn: () => columns.moveColumn(doc, column, { after: pick(board.columns, z)?.id ?? '' }),
    removeColumn: () => columns.removeColumn(doc, column),
    restoreColumn: () =>
      columns.restoreColumn(doc, pick([...doc.getMap('columns').keys()].sort(), x) ?? ''),
    addCard: () => {
      const id = cards.addCard(doc, { title: `card ${x}`, column, spot })
      if (id) team.made.add(id)
    },
    moveCard: () => cards.moveCard(doc, card, { column, spot }),
    archive: () => cards.archiveCard(doc, card),
    restore: () => cards.restoreCard(doc, card),
    rename: () => cards.renameCard(doc, card, `title ${x}`),
    label: () => facts.addLabel(doc, card, addBoardLabel(doc, `label ${y % 4}`, 'green')),
    unlabel: () => removeBoardLabel(doc, pick(board.labels, y)?.id ?? ''),
    undo: () => team.undos[who]?.undo(),
    redo: () => team.undos[who]?.redo(),
    hear: () => hearSome(team, doc, x, y),
  }
  acts[kind]()
}

function expectWhole(team: Team): void {
  const boards = team.people.map(({ doc }) => readBoard(doc))
  const [first] = boards
  for (const [index, board] of boards.entries()) {
    expect(plain(board)).toEqual(plain(first as typeof board))
    const { doc } = team.people[index] as Person
    expect(doc.store.pendingStructs).toBeNull()
    const shown = board.columns.flatMap((column) => column.cards.map((card) => card.id))
    const archived = board.archive.map((card) => card.id)
    expect(new Set([...shown, ...archived]).size).toBe(shown.length + archived.length)
    expect([...shown, ...archived].sort()).toEqual([...team.made].sort())
    for (const { cards: there } of board.columns) {
      const keys = there.map(({ order, id }) => `${order} ${id}`)
      expect(keys).toEqual(keys.toSorted((a, b) => (a < b ? -1 : 1)))
    }
  }
}

test(`I2: whatever four people do at once, every card is in one place, the same for all (SEED=${seed})`, () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 10, maxLength: 80 }), nat, (steps, order) => {
      const four = fourPeople()
      const made = new Set(readBoard((four.people[0] as Person).doc).cards.keys())
      const team: Team = { ...four, made }
      for (const one of steps) act(team, one)
      meetAll(team, order)
      expectWhole(team)
    }),
    { seed, numRuns: 150 },
  )
})
