import { expect, test } from 'vitest'
import { readBoard } from './board'
import { followBoardUndo } from './board-undo'
import { addCard } from './card-edits'
import { shiftDays } from './day-edits'
import { setDays, setDue } from './fact-edits'
import { cardId, columnId, person, startingBoard } from './two-boards'

const day = (doc: Parameters<typeof readBoard>[0], id: string) => {
  const { start, due } = readBoard(doc).cards.get(id) ?? {}
  return [start, due]
}

test('cards that wait move along in one step, and one undo takes all of them back', () => {
  const { doc } = person(1, startingBoard())
  const board = readBoard(doc)
  const [a, b, c] = ['a', 'b', 'c'].map((title) => cardId(board, title)) as [string, string, string]
  setDays(doc, a, { start: '2026-03-27', due: '2026-03-30' })
  setDue(doc, b, '2026-10-24')
  const undo = followBoardUndo(doc)
  expect(shiftDays(doc, [a, b, c], 3)).toBe(true)
  expect(day(doc, a)).toEqual(['2026-03-30', '2026-04-02'])
  expect(day(doc, b)).toEqual([null, '2026-10-27'])
  expect(day(doc, c)).toEqual([null, null])
  expect(undo.undo()).toBe(true)
  expect([day(doc, a), day(doc, b)]).toEqual([
    ['2026-03-27', '2026-03-30'],
    [null, '2026-10-24'],
  ])
  undo.destroy()
})

test('cards that are gone are no reason to fail', () => {
  const { doc } = person(1, startingBoard())
  expect(shiftDays(doc, ['nobody'], 3)).toBe(false)
})

test('a card can be made with its day, in one step of undo', () => {
  const { doc } = person(1, startingBoard())
  const undo = followBoardUndo(doc)
  const column = columnId(readBoard(doc), 'To do')
  const id = addCard(doc, { title: 'Dated', column, due: '2026-11-30' }) ?? ''
  expect(day(doc, id)).toEqual([null, '2026-11-30'])
  undo.undo()
  expect(readBoard(doc).cards.get(id)?.archivedAt).not.toBeNull()
  expect(undo.undo()).toBe(false)
  undo.destroy()
})
