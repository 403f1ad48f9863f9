import { expect, test } from 'vitest'
import { readBoard } from './board'
import { followBoardUndo } from './board-undo'
import { addCard, archiveCard, cardDescription, moveCard, renameCard } from './card-edits'
import { addColumn, removeColumn } from './column-edits'
import { setDue } from './fact-edits'
import { toRichNodes, toYjs } from './rich-text'
import { bothOrders, cardId, columnId, layout, meet } from './two-boards'

test('each edit is one step, undone and redone in turn', () => {
  bothOrders(({ ana }) => {
    const undo = followBoardUndo(ana.doc)
    const board = readBoard(ana.doc)
    const [a, column] = [cardId(board, 'a'), columnId(board, 'Done')]
    const states = [layout(board)]
    const steps = [
      () => moveCard(ana.doc, a, { column, spot: 'top' }),
      () => renameCard(ana.doc, a, 'apple'),
      () => archiveCard(ana.doc, a),
      () => removeColumn(ana.doc, columnId(readBoard(ana.doc), 'To do')),
      () => addColumn(ana.doc, 'Later'),
      () => addCard(ana.doc, { title: 'new', column }),
    ]
    for (const step of steps) {
      step()
      states.push(layout(readBoard(ana.doc)))
    }
    for (const state of states.slice(0, -1).reverse()) {
      expect(undo.undo()).toBe(true)
      expect(layout(readBoard(ana.doc))).toEqual(state)
    }
    expect(undo.undo()).toBe(false)
    for (const state of states.slice(1)) {
      expect(undo.redo()).toBe(true)
      expect(layout(readBoard(ana.doc))).toEqual(state)
    }
    expect(undo.redo()).toBe(false)
  })
})

test("undo takes back my last edit and nobody else's", () => {
  bothOrders(({ ana, ben }) => {
    const undo = followBoardUndo(ana.doc)
    const board = readBoard(ana.doc)
    setDue(ana.doc, cardId(board, 'a'), '2026-12-01')
    moveCard(ben.doc, cardId(board, 'b'), { column: columnId(board, 'Done'), spot: 'top' })
    renameCard(ben.doc, cardId(board, 'a'), 'apple')
    meet(ana, ben)
    undo.undo()
    const after = meet(ana, ben)
    expect(layout(after)).toEqual({ 'To do': ['apple'], Doing: ['c'], Done: ['b'] })
    expect(after.cards.get(cardId(board, 'a'))?.due).toBeNull()
  })
})

test('a card which somebody moved on after me is not pulled back', () => {
  bothOrders(({ ana, ben }) => {
    const undo = followBoardUndo(ana.doc)
    const board = readBoard(ana.doc)
    const a = cardId(board, 'a')
    moveCard(ana.doc, a, { column: columnId(board, 'Doing'), spot: 'top' })
    meet(ana, ben)
    moveCard(ben.doc, a, { column: columnId(board, 'Done'), spot: 'top' })
    meet(ana, ben)
    undo.undo()
    expect(layout(meet(ana, ben)).Done).toEqual(['a'])
  })
})

test('a card which somebody archived after my move stays archived when I take the move back', () => {
  bothOrders(({ ana, ben }) => {
    const undo = followBoardUndo(ana.doc)
    const board = readBoard(ana.doc)
    const a = cardId(board, 'a')
    moveCard(ana.doc, a, { column: columnId(board, 'Doing'), spot: 'top' })
    meet(ana, ben)
    archiveCard(ben.doc, a)
    meet(ana, ben)
    undo.undo()
    expect(meet(ana, ben).archive.map((card) => card.title)).toEqual(['a'])
  })
})

test('taking back a new card archives it, with all that others wrote into it', () => {
  bothOrders(({ ana, ben }) => {
    const undo = followBoardUndo(ana.doc)
    const column = columnId(readBoard(ana.doc), 'Done')
    const id = addCard(ana.doc, { title: 'new', column }) ?? ''
    meet(ana, ben)
    cardDescription(ben.doc, id)?.insert(0, toYjs(toRichNodes('What Ben knows')))
    undo.undo()
    const after = meet(ana, ben)
    expect(after.archive).toMatchObject([{ title: 'new', hasDescription: true }])
    expect(cardDescription(ana.doc, id)?.toString()).toContain('What Ben knows')
  })
})

test('taking back a new column keeps it while a card of others lies in it', () => {
  bothOrders(({ ana, ben }) => {
    const undo = followBoardUndo(ana.doc)
    const column = addColumn(ana.doc, 'Later')
    const a = cardId(meet(ana, ben), 'a')
    moveCard(ben.doc, a, { column, spot: 'top' })
    undo.undo()
    expect(layout(meet(ana, ben)).Later).toEqual(['a'])
  })
})
