import { must } from '@atelier/shared/basics/must'
import { type Board, readBoard } from '@atelier/shared/boards/board'
import { addAssignee, addOutcome, setEstimate } from '@atelier/shared/boards/fact-edits'
import { newBoardUpdate } from '@atelier/shared/boards/new-board'
import { addBlock } from '@atelier/shared/boards/relation-edits'
import { docOf } from '@atelier/shared/docs/new-doc'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { boardCopy, type CopyJob } from './board-copy'
import { makeBoardCopy } from './copy-thread'

function board(cards: number): Uint8Array {
  const doc = docOf(
    newBoardUpdate({
      title: 'Milling line',
      columns: ['To do', 'Done'],
      labels: [{ name: 'Hot', colour: 'red' }],
      cards: Array.from({ length: cards }, (_, nth) => ({
        title: `Card ${nth}`,
        column: nth % 3 === 0 ? 'Done' : 'To do',
        labels: nth % 2 === 0 ? ['Hot'] : [],
        description: 'What is to be done, and *how*.',
        checklist: { name: 'Steps', items: [{ text: 'Ask' }, { text: 'Weld', done: true }] },
      })),
    }),
  )
  const ids = [...readBoard(doc).cards.keys()]
  const [first, second] = [must(ids[0], 'first'), must(ids[1], 'second')]
  addAssignee(doc, first, 'ana')
  addAssignee(doc, first, 'ben')
  addOutcome(doc, first, 'weld')
  addOutcome(doc, second, 'read')
  setEstimate(doc, second, 3)
  addBlock(doc, first, second)
  return Y.encodeStateAsUpdate(doc)
}

const job = (update: Uint8Array, more: Partial<CopyJob> = {}): CopyJob => ({
  ...{ update, title: 'Copy', withCards: true, createdBy: 'ana', at: '2026-11-27T10:00:00.000Z' },
  ...{ files: new Map(), there: null },
  ...more,
})

/** Everything but ids. */
function plain(update: Uint8Array) {
  const doc = docOf(update)
  const { columns, cards, labels }: Board = readBoard(doc)
  const title = (id: string | null) => cards.get(id ?? '')?.title
  return columns.map(({ name, cards: shown }) => ({
    name,
    cards: shown.map(({ id, column, checklists, ...card }) => ({
      ...card,
      ...{ blocks: card.blocks.map(title), partOf: title(card.partOf) },
      labels: card.labels.map((label) => labels.find((one) => one.id === label)?.name),
      items: checklists.map((list) => list.items.map(({ text, done }) => [text, done])),
    })),
  }))
}

test('a copy made beside the event loop is the one that is made on it', async () => {
  const update = board(50)
  const here = boardCopy(job(update.slice()))
  const there = await makeBoardCopy(job(update.slice()), 'ana')
  expect(plain(there.update)).toEqual(plain(here.update))
  expect(plain(there.update)[0]?.cards.length).toBeGreaterThan(10)
  const rows = ({ cards }: typeof here) => cards.map((row) => row.title).sort()
  expect(rows(there)).toEqual(rows(here))
  expect([there.columns, there.left]).toEqual([here.columns, { people: [], outcomes: [] }])
})

test('in another project the copy has who may read it and what that project wants, and says who and what not', async () => {
  const readers = new Set(['ana'])
  const outcomes = {
    from: [
      { id: 'weld', name: 'Welds' },
      { id: 'read', name: 'Reads a chart' },
    ],
    to: [{ id: 'weld2', name: 'Welds' }],
  }
  const copy = await makeBoardCopy(job(board(3), { there: { readers, outcomes } }), 'ana')
  expect(copy.left).toEqual({ people: ['ben'], outcomes: ['Reads a chart'] })
  const cards = [...readBoard(docOf(copy.update)).cards.values()]
  expect(cards.flatMap(({ assignees }) => assignees)).toEqual(['ana'])
  expect(cards.flatMap((card) => card.outcomes)).toEqual(['weld2'])
})

test('while a large board is copied the event loop goes on turning', async () => {
  // The thread is there already: its start is not what is counted.
  await makeBoardCopy(job(board(2)), 'ana')
  let isUnderWay = true
  const copied = makeBoardCopy(job(board(1500)), 'ana').finally(() => {
    isUnderWay = false
  })
  let turns = 0
  while (isUnderWay) {
    await new Promise((resolve) => setImmediate(resolve))
    turns++
  }
  expect((await copied).cards).toHaveLength(1500)
  expect(turns).toBeGreaterThan(50)
})
