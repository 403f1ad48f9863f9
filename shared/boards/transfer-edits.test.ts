import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { must } from '../basics/must'
import { type OutcomePass, outcomePass } from '../outcomes/outcome-pass'
import { readBoard } from './board'
import { boardTitle, entryOf } from './board-shape'
import { cardDescription, renameCard } from './card-edits'
import { addChecklist, addChecklistItem } from './checklist-edits'
import {
  addAssignee,
  addOutcome,
  attachFile,
  removeOutcome,
  setCover,
  setDays,
  setEstimate,
} from './fact-edits'
import { addBoardLabel } from './label-edits'
import { writeLearned, writeLearningGoal } from './learning-edits'
import { newBoardUpdate } from './new-board'
import { addBlock } from './relation-edits'
import { toYjs } from './rich-text'
import { cardParcel, receiveCards, sendCardsAway } from './transfer-edits'

function boardWith(columns: string[], cards: { title: string; column: string }[] = []): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, newBoardUpdate({ title: 'Board', columns, cards }))
  return doc
}
const column = (doc: Y.Doc, at = 0) => must(readBoard(doc).columns[at], 'column').id
const idOf = (doc: Y.Doc, title: string) =>
  must(
    [...readBoard(doc).cards.values()].find((card) => card.title === title),
    title,
  ).id
const cardIn = (doc: Y.Doc, id: string) => must(readBoard(doc).cards.get(id), 'card')

function twoBoards() {
  const from = boardWith(
    ['To do'],
    [
      { title: 'Weld', column: 'To do' },
      { title: 'Other', column: 'To do' },
    ],
  )
  const to = boardWith(['Plan', 'Done'])
  return { from, to, id: idOf(from, 'Weld'), other: idOf(from, 'Other') }
}
const arrival = (doc: Y.Doc) => ({
  column: column(doc),
  files: new Map([['old', 'new']]),
  mayRead: (person: string) => person !== 'stranger',
  outcomes: null as OutcomePass | null,
})
function move(from: Y.Doc, to: Y.Doc, id: string, outcomes: OutcomePass | null = null) {
  const parcel = cardParcel(from, [id])
  expect(receiveCards(to, parcel, [id], { ...arrival(to), outcomes })).toBe(true)
  sendCardsAway(from, [id], 'the other board')
}

test('a card takes all that is on it along, under its own id', () => {
  const { from, to, id, other } = twoBoards()
  const picture = { type: 'picture', attrs: { file: 'old', alt: 'A seam' } }
  const words = {
    type: 'paragraph',
    content: [{ type: 'text', text: 'Slowly', marks: [{ type: 'bold' }] }],
  }
  cardDescription(from, id)?.insert(0, toYjs([words, picture]))
  for (const person of ['ana', 'stranger']) addAssignee(from, id, person)
  entryOf(from, 'cards', id)?.set('assignee', 'ben')
  setDays(from, id, { start: '2026-11-01', due: '2026-12-01' })
  setEstimate(from, id, 3)
  const list = must(addChecklist(from, id, 'Steps'), 'list')
  addChecklistItem(from, id, list, { text: 'Clean it', done: true })
  attachFile(from, id, { id: 'old', name: 'a.png', mime: 'image/png', size: 3, addedAt: '2026' })
  setCover(from, id, { file: 'old' })
  writeLearningGoal(from, id, 'ana', 'To weld')
  writeLearned(from, id, 'ana', 'That it bends')
  addBlock(from, id, other)
  entryOf(from, 'cards', id)?.set('unknown', { of: 'a newer version' })

  move(from, to, id)
  const before = cardIn(from, id)
  expect(cardIn(to, id)).toMatchObject({
    ...{ id, title: 'Weld', column: column(to), archivedAt: null, movedTo: null },
    ...{ assignees: ['ana', 'ben'], start: '2026-11-01', due: '2026-12-01', estimate: 3 },
    ...{ checklists: before.checklists, learning: before.learning, cover: { file: 'new' } },
    attachments: [{ id: 'new', name: 'a.png' }],
    ...{ blocks: [], createdAt: before.createdAt },
  })
  expect(cardDescription(to, id)?.toString()).toBe(
    '<paragraph><bold>Slowly</bold></paragraph><picture alt="A seam" file="new"></picture>',
  )
  expect(entryOf(to, 'cards', id)?.get('unknown')).toEqual({ of: 'a newer version' })
  expect(before.archivedAt).not.toBeNull()
  expect(before).toMatchObject({ movedTo: 'the other board', blocks: [other] })
  expect(readBoard(from).columns[0]?.cards.map((card) => card.title)).toEqual(['Other'])
})

test('labels go by name: one that is there is used, one that is not is made', () => {
  const { from, to, id } = twoBoards()
  const there = addBoardLabel(to, 'Urgent', 'blue')
  const labels = entryOf(from, 'cards', id)?.get('labels') as Y.Map<true>
  for (const label of [addBoardLabel(from, 'Urgent', 'red'), addBoardLabel(from, 'New', 'green')])
    labels.set(label, true)
  labels.set('never was', true)
  move(from, to, id)
  const board = readBoard(to)
  expect(board.labels.map(({ name, colour }) => [name, colour])).toEqual([
    ['Urgent', 'blue'],
    ['New', 'green'],
  ])
  expect(cardIn(to, id).labels).toEqual(board.labels.map((label) => label.id))
  expect(board.labels[0]?.id).toBe(there)
})

test('both halves are the same when they are done twice', () => {
  const { from, to, id } = twoBoards()
  const parcel = cardParcel(from, [id])
  receiveCards(to, parcel, [id], arrival(to))
  renameCard(to, id, 'Weld it')
  const then = Y.encodeStateVector(to)
  expect(receiveCards(to, parcel, [id], { ...arrival(to), column: column(to, 1) })).toBe(true)
  expect(Y.encodeStateVector(to)).toEqual(then)
  sendCardsAway(from, [id], 'the other board', { at: '2026-01-01' })
  const left = Y.encodeStateVector(from)
  sendCardsAway(from, [id], 'the other board', { at: '2026-01-02' })
  expect(Y.encodeStateVector(from)).toEqual(left)
  expect(readBoard(to).cards.size).toBe(1)
})

test('moved back it is one card again, with what was done meanwhile and its old relations', () => {
  const { from, to, id, other } = twoBoards()
  addBlock(from, id, other)
  setEstimate(from, id, 3)
  addAssignee(from, id, 'stranger')
  addAssignee(from, id, 'ana')
  move(from, to, id)
  renameCard(to, id, 'Weld it')
  setEstimate(to, id, null)
  cardDescription(to, id)?.insert(0, toYjs([{ type: 'paragraph' }]))
  move(to, from, id)
  expect(cardIn(from, id)).toMatchObject({
    ...{ title: 'Weld it', archivedAt: null, movedTo: null, estimate: null },
    ...{ blocks: [other], assignees: ['ana'], column: column(from) },
  })
  expect(cardIn(to, id).archivedAt).not.toBeNull()
  move(from, to, id)
  expect(cardIn(to, id)).toMatchObject({ title: 'Weld it', archivedAt: null, movedTo: null })
  expect(boardTitle(to).toString()).toBe('Board')
})

test('stale ids and columns change nothing', () => {
  const { from, to, id } = twoBoards()
  expect(readBoard(cardParcel(from, ['never'])).cards.size).toBe(0)
  sendCardsAway(from, ['never'], 'x')
  expect(receiveCards(to, from, ['never'], arrival(to))).toBe(true)
  expect(receiveCards(to, from, [id], { ...arrival(to), column: 'never' })).toBe(false)
  expect(readBoard(to).cards.size).toBe(0)
})

test('what it contributes to goes by id and by name to another project; the rest stays named, and comes back', () => {
  const { from, to, id } = twoBoards()
  const here = [
    { id: 'weld', name: 'Welds alone' },
    { id: 'read', name: 'Reads a chart' },
    { id: 'plan', name: 'Plans' },
  ]
  const there = [
    { id: 'weld2', name: ' welds ALONE' },
    { id: 'own', name: 'Of there' },
    { id: 'plan2', name: 'Plans' },
  ]
  for (const outcome of ['weld', 'read', 'plan', 'own', 'nobody’s']) addOutcome(from, id, outcome)
  move(from, to, id, outcomePass({ from: here, to: there }))
  expect(cardIn(to, id).outcomes).toEqual(['own', 'plan2', 'weld2'])
  expect(entryOf(to, 'cards', id)?.get('leftOutcome:read')).toBe('Reads a chart')
  expect(entryOf(to, 'cards', id)?.get('leftOutcome:nobody’s')).toBe('')
  removeOutcome(to, id, 'plan2')
  const within = boardWith(['To do'])
  move(to, within, id)
  expect(cardIn(within, id).outcomes).toEqual(['own', 'weld2'])
  expect(entryOf(within, 'cards', id)?.get('leftOutcome:read')).toBe('Reads a chart')
  move(within, from, id, outcomePass({ from: there, to: here }))
  expect(cardIn(from, id).outcomes).toEqual(['read', 'weld'])
  const left = [...(entryOf(from, 'cards', id)?.keys() ?? [])].filter((key) => /^left/.test(key))
  expect(left.sort()).toEqual(['leftOutcome:nobody’s', 'leftOutcome:own'])
})
