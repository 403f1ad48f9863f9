import { describe, expect, test } from 'vitest'
import { readBoard } from './board'
import { followBoardUndo } from './board-undo'
import { renameCard } from './card-edits'
import { sortColumn } from './column-cards-edits'
import { copyColumn } from './copy-edits'
import { addAssignee, setDays } from './fact-edits'
import { bothOrders, cardId, columnId, layout, meet, person, startingBoard } from './two-boards'

const alone = () => {
  const { doc } = person(1, startingBoard())
  const board = readBoard(doc)
  return { doc, toDo: columnId(board, 'To do'), id: (title: string) => cardId(board, title) }
}

describe('all cards of a column', () => {
  test('are put in order in one edit, which one undo takes back; what has no day comes last', () => {
    const { doc, toDo, id } = alone()
    setDays(doc, id('b'), { start: null, due: '2026-12-01' })
    const undo = followBoardUndo(doc)
    expect(sortColumn(doc, toDo, { by: 'due' })).toBe(2)
    expect(layout(readBoard(doc))['To do']).toEqual(['b', 'a'])
    expect(sortColumn(doc, toDo, { by: 'due' })).toBe(0)
    undo.undo()
    expect(layout(readBoard(doc))['To do']).toEqual(['a', 'b'])
    addAssignee(doc, id('b'), 'p2')
    addAssignee(doc, id('a'), 'p1')
    const nameOf = (one: string) => (one === 'p1' ? 'Zoë' : 'Ana')
    sortColumn(doc, toDo, { by: 'assignee', nameOf })
    expect(layout(readBoard(doc))['To do']).toEqual(['b', 'a'])
    renameCard(doc, id('a'), 'Step 10')
    renameCard(doc, id('b'), 'Step 9')
    sortColumn(doc, toDo, { by: 'title', language: 'en' })
    expect(layout(readBoard(doc))['To do']).toEqual(['Step 9', 'Step 10'])
    expect(sortColumn(doc, 'gone', { by: 'title' })).toBe(0)
  })

  test('two who put one column in order at once see the same, with every card once', () => {
    bothOrders(({ ana, ben }) => {
      const board = readBoard(ana.doc)
      const toDo = columnId(board, 'To do')
      renameCard(ana.doc, cardId(board, 'a'), 'x')
      sortColumn(ana.doc, toDo, { by: 'title' })
      sortColumn(ben.doc, toDo, { by: 'created' })
      expect(layout(meet(ana, ben))['To do']?.toSorted()).toEqual(['b', 'x'])
    })
  })

  test('are copied with their column, which one undo takes away again', () => {
    const { doc, toDo } = alone()
    const undo = followBoardUndo(doc)
    copyColumn(doc, toDo, { name: 'Copy of To do', createdBy: 'p1' })
    expect(layout(readBoard(doc))).toEqual({
      'To do': ['a', 'b'],
      'Copy of To do': ['a', 'b'],
      Doing: ['c'],
      Done: [],
    })
    undo.undo()
    expect(Object.keys(layout(readBoard(doc)))).toEqual(['To do', 'Doing', 'Done'])
    expect(copyColumn(doc, 'gone', { name: 'x' })).toBeNull()
  })
})
