import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { readBoard } from './board'
import { followBoardUndo } from './board-undo'
import { addAssignee } from './fact-edits'
import { moveCardsToLane } from './lane-edits'
import { newBoardUpdate } from './new-board'

function open() {
  const doc = new Y.Doc()
  const cards = [
    { title: 'a', column: 'To do', assignee: 'ana' },
    { title: 'b', column: 'To do', assignee: 'ana' },
  ]
  Y.applyUpdate(doc, newBoardUpdate({ title: 'x', columns: ['To do', 'Done'], cards }))
  const [, done] = readBoard(doc).columns
  const ids = readBoard(doc).columns[0]?.cards.map((card) => card.id) ?? []
  const people = () => ids.map((id) => readBoard(doc).cards.get(id)?.assignees.join('+'))
  return { doc, done: done?.id ?? '', ids, people }
}

test('cards that go to another lane change their column and their person in one step of undo', () => {
  const { doc, done, ids, people } = open()
  const undo = followBoardUndo(doc)
  const to = { column: done, spot: 'end' } as const
  const change = { fact: 'person', take: ['ana'], give: 'ben' } as const
  expect(moveCardsToLane(doc, ids, to, change)).toBe(2)
  expect(people()).toEqual(['ben', 'ben'])
  expect(readBoard(doc).columns[1]?.cards).toHaveLength(2)
  undo.undo()
  expect(people()).toEqual(['ana', 'ana'])
  expect(readBoard(doc).columns[0]?.cards).toHaveLength(2)
})

test('others who have the card keep it, but not in the lane of nobody', () => {
  const { doc, done, ids, people } = open()
  const [first = ''] = ids
  addAssignee(doc, first, 'cleo')
  const to = { column: done, spot: 'end' } as const
  moveCardsToLane(doc, [first], to, { fact: 'person', take: ['ana'], give: 'ben' })
  expect(people()[0]).toBe('ben+cleo')
  moveCardsToLane(doc, [first], to, { fact: 'person', take: ['ben', 'cleo'], give: null })
  expect(people()[0]).toBe('')
})

test('who is both taken away and given keeps the card', () => {
  const { doc, done, ids, people } = open()
  const change = { fact: 'person', take: ['ana'], give: 'ana' } as const
  moveCardsToLane(doc, ids, { column: done, spot: 'top' }, change)
  expect(people()).toEqual(['ana', 'ana'])
})
