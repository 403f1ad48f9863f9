/** Whatever happens on a board, and whenever the writing of its rows is cut short: rows and room say the same. */
import { readBoard } from '@atelier/shared/boards/board'
import * as cards from '@atelier/shared/boards/card-edits'
import * as checklists from '@atelier/shared/boards/checklist-edits'
import * as columns from '@atelier/shared/boards/column-edits'
import { removeTemplate, saveAsTemplate } from '@atelier/shared/boards/copy-edits'
import * as facts from '@atelier/shared/boards/fact-edits'
import { addBoardLabel, removeBoardLabel } from '@atelier/shared/boards/label-edits'
import {
  askWhatWasLearned,
  writeLearned,
  writeLearningGoal,
} from '@atelier/shared/boards/learning-edits'
import { newBoardUpdate } from '@atelier/shared/boards/new-board'
import { addBlock, setPartOf } from '@atelier/shared/boards/relation-edits'
import { toRichNodes, toYjs } from '@atelier/shared/boards/rich-text'
import { sendCardsAway } from '@atelier/shared/boards/transfer-edits'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Database } from '../db/database'
import { makeBoard, makeProject, makeWorkspace } from '../testing/make'
import { type TestApp, testApp } from '../testing/test-app'
import { writeBoardSummary } from './board-summary'
import { readCardRows } from './card-row-queries'
import { type CardRow, cardRowsOf, mostCards } from './card-rows'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.stop())

const seed = 20_261_127
const outcomes = [
  crypto.randomUUID(),
  crypto.randomUUID(),
  'A-CAPITAL',
  crypto.randomUUID().toUpperCase(),
]
const people = [crypto.randomUUID(), crypto.randomUUID(), 'nobody', '__proto__']
const words = [
  'Ask',
  'Nul \u0000 in it',
  `${'x'.repeat(299)}😀`.slice(0, 300),
  '"quoted", [json]',
  'שלום',
]
const days = ['2026-11-27', '0000-01-01', '9999-12-31', null]

type Step = { kind: number; x: number; y: number; z: number }
const nat = fc.nat(1 << 16)
const step = fc.record({ kind: nat, x: nat, y: nat, z: nat })
const pick = <T>(from: readonly T[], at: number): T => from[at % from.length] as T

function act(doc: Y.Doc, { kind, x, y, z }: Step): void {
  const board = readBoard(doc)
  const ids = [...board.cards.keys()].sort()
  const [card, other] = [pick(ids, x) ?? '', pick(ids, y) ?? '']
  const column = pick(board.columns, z)?.id ?? ''
  const person = pick(people, y)
  const label = () => addBoardLabel(doc, `label ${pick(words, z).slice(0, 30)}`, 'green')
  const acts = [
    () => cards.addCard(doc, { title: pick(words, x), column }),
    () => cards.renameCard(doc, card, pick(words, y)),
    () => cards.moveCard(doc, card, { column, spot: pick(['top', 'end'] as const, y) }),
    () => cards.archiveCard(doc, card),
    () => cards.restoreCard(doc, card),
    () => columns.addColumn(doc, `column ${y % 5}`),
    () => columns.renameColumn(doc, column, `renamed ${x % 5}`),
    () => columns.setColumnDone(doc, column, x % 2 === 0),
    () => columns.removeColumn(doc, column),
    () => facts.addAssignee(doc, card, person),
    () => facts.removeAssignee(doc, card, person),
    () => facts.addOutcome(doc, card, pick(outcomes, z)),
    () => facts.removeOutcome(doc, card, pick(outcomes, z)),
    () => sendCardsAway(doc, [card], crypto.randomUUID()),
    () => facts.setDays(doc, card, { start: pick(days, y), due: pick(days, z) }),
    () => facts.setEstimate(doc, card, pick([null, 0, -0, 0.1, 9_999], y)),
    () => facts.addLabel(doc, card, label()),
    () => removeBoardLabel(doc, pick(board.labels, y)?.id ?? ''),
    () => checklists.addChecklist(doc, card, 'List'),
    () => {
      const list = board.cards.get(card)?.checklists[0]
      if (list) checklists.addChecklistItem(doc, card, list.id, { text: 'Item', done: y % 2 === 0 })
    },
    () => addBlock(doc, card, other),
    () => setPartOf(doc, card, other),
    () => writeLearningGoal(doc, card, person, pick(['', 'To weld'], z)),
    () => writeLearned(doc, card, person, pick(['', 'That it bends'], z)),
    () => askWhatWasLearned(doc, [card], [person]),
    () => {
      const text = cards.cardDescription(doc, card)
      text?.insert(0, toYjs(toRichNodes(pick(words, z))))
    },
    () => saveAsTemplate(doc, card),
    () => removeTemplate(doc, pick(board.templates, x)?.id ?? ''),
  ]
  pick(acts, kind)()
}

const sorted = (rows: readonly CardRow[]) => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1))
const inDatabase = async (id: string) => sorted(await readCardRows(app.deps.db, id))
/** Of a card that left, who was known before it did. */
const inRoom = (doc: Y.Doc, rows: readonly CardRow[]) =>
  sorted(cardRowsOf(doc)).map(({ isLeft, ...row }, nth) => {
    if (!isLeft) return row
    const people = rows[nth]?.people ?? []
    const all = row.people.map(({ personId }) => personId)
    expect(all).toEqual(expect.arrayContaining(people.map(({ personId }) => personId)))
    return { ...row, people }
  })

async function madeBoard() {
  const { owner } = await makeWorkspace(app.deps.db)
  const { id } = await makeBoard(app.deps.db, await makeProject(app.deps.db, owner), owner)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, newBoardUpdate({ title: 'Work', columns: ['To do', 'Done'] }))
  return { id, doc }
}

/** A database whose connection is lost at the n-th statement that writes. */
function lostAt(nth: number): Database {
  let left = nth
  const losing = (target: object): never =>
    new Proxy(target, {
      get(it, name) {
        const found = Reflect.get(it, name)
        if (typeof found !== 'function') return found
        const writes = name === 'insert' || name === 'delete' || name === 'update'
        return (...given: unknown[]) => {
          if (writes && left-- === 0) throw new Error('lost')
          if (name !== 'transaction') return found.apply(it, given)
          const [work] = given as [(tx: object) => unknown]
          return found.call(it, (tx: object) => work(losing(tx)))
        }
      },
    }) as never
  return losing(app.deps.db)
}

test(`after any edits, also cut short, the rows say what the room says (SEED=${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 4 }),
      fc.nat(4),
      async (turns, cut) => {
        const { id, doc } = await madeBoard()
        for (const steps of turns) {
          for (const one of steps) act(doc, one)
          const before = await inDatabase(id)
          const isCut = await writeBoardSummary(lostAt(cut), id, doc).then(
            () => false,
            () => true,
          )
          if (isCut) expect(await inDatabase(id)).toEqual(before)
          await writeBoardSummary(app.deps.db, id, doc)
          const rows = await inDatabase(id)
          expect(rows).toEqual(inRoom(doc, rows))
          expect(await writeBoardSummary(app.deps.db, id, doc)).toBe(false)
        }
      },
    ),
    { seed, numRuns: 25 },
  )
})

test('of a board beyond the limit the lists know the cards that are not archived first, everywhere the same', () => {
  const doc = new Y.Doc()
  const [column] = (() => {
    Y.applyUpdate(doc, newBoardUpdate({ title: 'Work', columns: ['To do'] }))
    return readBoard(doc).columns
  })()
  const place = { column: column?.id ?? '', order: 'a0V' }
  const made = Array.from({ length: mostCards + 3 }, (_, nth) =>
    cards.putCard(doc, { title: `Card ${nth}` }, place),
  )
  const archived = made.slice(0, 5)
  cards.archiveCards(doc, archived)
  const ids = cardRowsOf(doc).map((row) => row.id)
  expect(ids).toHaveLength(mostCards)
  expect(archived.filter((id) => ids.includes(id))).toHaveLength(2)
  const replica = new Y.Doc()
  Y.applyUpdate(replica, Y.encodeStateAsUpdate(doc))
  expect(cardRowsOf(replica).map((row) => row.id)).toEqual(ids)
})
