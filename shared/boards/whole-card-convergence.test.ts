/** Four people relate, split, copy and learn at once, hear of it late, and meet in the end. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import { type Board, readBoard } from './board'
import { boardTitle } from './board-shape'
import { type BoardStore, boardStoreOf } from './board-store'
import type { Card } from './card'
import * as cards from './card-edits'
import * as lists from './checklist-edits'
import { removeColumn } from './column-edits'
import * as copies from './copy-edits'
import { addAssignee, addLabel, addOutcome, removeOutcome, setDue } from './fact-edits'
import { type Four, fourPeople, hearSome, meetAll, pick } from './four-people'
import { addBoardLabel } from './label-edits'
import { moveCardsToLane } from './lane-edits'
import * as learning from './learning-edits'
import * as relations from './relation-edits'
import { leadsTo, type Relations, readRelations } from './relations'
import { type Person, plain } from './two-boards'

const seed = 20_261_127
const kinds = [
  ...['block', 'block', 'unblock', 'part', 'part', 'duplicate', 'duplicate', 'addCard', 'moveCard'],
  ...['addList', 'removeList', 'addItem', 'addItem', 'moveItem', 'moveItem', 'removeItem', 'check'],
  ...['split', 'goal', 'learn', 'learn', 'help', 'ask', 'stopAsking', 'copy', 'template'],
  ...[
    'untemplate',
    'archive',
    'removeColumn',
    'title',
    'fact',
    'label',
    'towards',
    'towards',
    'towardsNoMore',
    'lane',
    'undo',
    'redo',
    'hear',
    'hear',
  ],
] as const
type Step = { who: number; kind: (typeof kinds)[number]; x: number; y: number; z: number }
/** What must still be there at the end, by what it is of. */
type Team = Four & { stores: BoardStore[]; items: Set<string>; words: Map<string, string> }

const nat = fc.nat(1 << 16)
const step = fc.record({ who: fc.nat(3), kind: fc.constantFrom(...kinds), x: nat, y: nat, z: nat })

function act(team: Team, step: Step): void {
  const { doc } = team.people[step.who] as Person
  const board = readBoard(doc)
  const ids = [...board.cards.keys()].sort()
  const at = { card: pick(ids, step.x) ?? '', other: pick(ids, step.y) ?? '' }
  const column = pick(board.columns, step.y)?.id ?? ''
  const acts: Record<string, () => unknown> = {
    ...relate(doc, at),
    ...tick(team, step, board, at),
    ...learn(team, step, at),
    addCard: () => cards.addCard(doc, { title: `card ${step.x}`, column }),
    moveCard: () => cards.moveCard(doc, at.card, { column, spot: 'top' }),
    copy: () => copies.copyCard(doc, at.card, { column, spot: 'end' }),
    template: () => copies.saveAsTemplate(doc, at.card),
    untemplate: () => copies.removeTemplate(doc, pick(board.templates, step.x)?.id ?? ''),
    archive: () => cards.archiveCard(doc, at.card),
    removeColumn: () => board.columns.length > 1 && removeColumn(doc, column),
    title: () => boardTitle(doc).insert(0, `${step.x}`),
    fact: () => pick([addAssignee, setDue], step.z)?.(doc, at.card, '2026-11-27'),
    label: () => addLabel(doc, at.card, addBoardLabel(doc, `label ${step.y % 4}`, 'green')),
    towards: () => addOutcome(doc, at.card, `outcome ${step.y % 3}`),
    towardsNoMore: () => removeOutcome(doc, at.card, `outcome ${step.y % 3}`),
    lane: () => {
      const to = { column, spot: 'end' as const }
      const [from, give] = [`outcome ${step.z % 3}`, `outcome ${step.y % 3}`]
      moveCardsToLane(doc, [at.card], to, { fact: 'outcome', take: [from], give })
    },
    undo: () => team.undos[step.who]?.undo(),
    redo: () => team.undos[step.who]?.redo(),
    hear: () => hearSome(team, doc, step.x, step.y),
  }
  acts[step.kind]?.()
}

const relate = (doc: Y.Doc, { card, other }: { card: string; other: string }) => ({
  block: () => relations.addBlock(doc, card, other),
  unblock: () => relations.removeBlock(doc, card, other),
  part: () => relations.setPartOf(doc, card, other),
  duplicate: () => relations.setDuplicateOf(doc, card, other),
})

function tick(team: Team, { who, x, y, z }: Step, board: Board, { card }: { card: string }) {
  const { doc } = team.people[who] as Person
  const own = board.cards.get(card)?.checklists ?? []
  const list = pick(own, y)?.id ?? ''
  const item = pick(
    own.flatMap(({ items }) => items),
    z,
  )?.id
  return {
    addList: () => lists.addChecklist(doc, card, `list ${x}`),
    removeList: () => lists.removeChecklist(doc, card, list),
    addItem: () => {
      const id = lists.addChecklistItem(doc, card, list, { text: `item ${x}` })
      if (id) team.items.add(`${card} ${id}`)
    },
    moveItem: () => item && lists.moveItem(doc, card, item, { list, spot: 'top' }),
    removeItem: () => item && lists.removeItem(doc, card, item),
    check: () => item && lists.checkItem(doc, card, item, x % 2 === 0),
    split: () => item && lists.itemToCard(doc, card, item),
  }
}

/** Persons are not replicas: somebody may write at two devices, neither of which hears the other. */
function learn(team: Team, { who, x, y, z }: Step, { card }: { card: string }) {
  const { doc } = team.people[who] as Person
  const person = `person ${y % 3}`
  const type = (kind: string, text: Y.Text | null) => {
    const words = `${who}.${team.words.size} `
    text?.doc?.transact(() => text.insert(0, words), 'shared-text')
    if (text) team.words.set(words, `${kind} ${card} ${person}`)
  }
  return {
    goal: () => type('goals', learning.beginLearningGoal(doc, card, person)),
    learn: () => type('learned', learning.beginLearned(doc, card, person)),
    help: () => learning.addHelper(doc, card, person, `person ${x % 4}`),
    ask: () => learning.askWhatWasLearned(doc, [card], [person, `person ${z % 3}`]),
    stopAsking: () => learning.stopAsking(doc, card, person),
  }
}

/** Nobody has to read the whole board again: what was read piece by piece is the same. */
function expectRead({ people, stores }: Team, who: number): void {
  const { doc } = people[who] as Person
  expect(plain((stores[who] as BoardStore).read())).toEqual(plain(readBoard(doc)))
}

function expectPlaces(board: Board): void {
  const shown = board.columns.flatMap((column) => column.cards.map(({ id }) => id))
  const away = [...board.archive, ...board.templates].map(({ id }) => id)
  expect([...shown, ...away].sort()).toEqual([...board.cards.keys()].sort())
}

function expectSound(cardsOfBoard: Board['cards'], found: Relations): void {
  for (const links of [found.parts, found.blocks, found.duplicates])
    for (const [id, others] of links)
      for (const other of others) {
        expect(cardsOfBoard.has(other)).toBe(true)
        expect(leadsTo((from) => links.get(from) ?? [], other, id)).toBe(false)
      }
  for (const [part, whole] of found.wholeOf) expect(found.parts.get(whole)).toContain(part)
  for (const ring of found.circles) {
    const blocks = (id: string) => cardsOfBoard.get(id)?.blocks ?? []
    for (const id of ring) expect(leadsTo(blocks, ring[0] ?? '', id)).toBe(true)
  }
}

function expectItems({ items, people }: Team, board: Board): void {
  const { doc } = people[0] as Person
  for (const key of items) {
    const [card = '', id = ''] = key.split(' ')
    const lying = board.cards.get(card)?.checklists.filter((list) => holds(list, id)) ?? []
    const entry = doc.getMap<Y.Map<Y.Map<unknown>>>('cards').get(card)?.get(`item:${id}`)
    expect(lying.length).toBeLessThan(2)
    expect(lying.length === 1 || entry?.has('removed')).toBe(true)
  }
}

const holds = ({ items }: Card['checklists'][number], id: string) =>
  items.some((item) => item.id === id)

function expectWords({ words }: Team, board: Board): void {
  for (const [said, where] of words) {
    const [kind = '', card = '', ...person] = where.split(' ')
    const own = board.cards.get(card)?.learning[kind as 'goals' | 'learned'] ?? []
    expect(own.find((one) => one.person === person.join(' '))?.text).toContain(said)
  }
}

test(`whatever four people do at once, relations are sound, and no item and no word is lost (SEED=${seed})`, () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 10, maxLength: 80 }), nat, (steps, order) => {
      const four = fourPeople()
      const stores = four.people.map(({ doc }) => boardStoreOf(doc))
      for (const store of stores) store.subscribe(() => {})
      const team: Team = { ...four, stores, items: new Set(), words: new Map() }
      for (const one of steps) {
        act(team, one)
        expectRead(team, one.who)
      }
      meetAll(team, order)
      const [first] = team.people.map(({ doc }) => readBoard(doc))
      for (const [who, { doc }] of team.people.entries()) {
        const board = readBoard(doc)
        expect(doc.store.pendingStructs).toBeNull()
        expect(plain(board)).toEqual(plain(first as Board))
        expect(readRelations(board.cards).circles).toEqual(
          readRelations((first as Board).cards).circles,
        )
        expectRead(team, who)
        expectPlaces(board)
        expectSound(board.cards, readRelations(board.cards))
        expectItems(team, board)
        expectWords(team, board)
      }
    }),
    { seed, numRuns: 120 },
  )
})
