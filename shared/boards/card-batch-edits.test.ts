import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { readBoard } from './board'
import { followBoardUndo } from './board-undo'
import { addCardsWith, addCardWith } from './card-batch-edits'
import { addAssignee } from './fact-edits'
import { addBoardLabel } from './label-edits'
import { bothOrders, cardId, columnId, layout, meet } from './two-boards'

const today = '2026-11-26'

test('a card arrives with all its facts, and one undo takes it away again', () => {
  bothOrders(({ ana, ben }) => {
    const steel = addBoardLabel(ana.doc, 'Steel', 'blue')
    const undo = followBoardUndo(ana.doc)
    const column = columnId(readBoard(ana.doc), 'Doing')
    const id = addCardWith(
      ana.doc,
      {
        title: ' Weld ',
        assignees: ['anna', 'ben'],
        labels: [{ id: steel }, { name: 'overseas' }, { name: 'steel' }],
        start: today,
        due: '2026-12-01',
        estimate: 3,
        description: 'Slowly.',
        checklist: {
          name: '',
          items: [
            { text: 'Clean', done: true },
            { text: 'Heat', done: false },
          ],
        },
      },
      { column, spot: 'top', createdBy: 'ana' },
    )
    const board = meet(ana, ben)
    expect(layout(board).Doing?.[0]).toBe('Weld')
    expect(board.labels.map(({ name }) => name)).toEqual(['Urgent', 'Steel', 'overseas'])
    const card = board.cards.get(id ?? '')
    expect(card).toMatchObject({
      ...{ assignees: ['anna', 'ben'], start: today, due: '2026-12-01', estimate: 3 },
      ...{
        labels: board.labels.slice(1).map((label) => label.id),
        hasDescription: true,
        createdBy: 'ana',
      },
    })
    expect(card?.checklists[0]?.items.map(({ text, done }) => [text, done])).toEqual([
      ['Clean', true],
      ['Heat', false],
    ])
    addAssignee(ben.doc, id ?? '', 'carla')
    expect(undo.undo()).toBe(true)
    const after = meet(ana, ben)
    expect(layout(after).Doing).not.toContain('Weld')
    expect(after.labels.map(({ name }) => name)).toEqual(['Urgent', 'Steel'])
    expect(after.cards.get(id ?? '')?.assignees).toContain('carla')
    expect(undo.undo()).toBe(false)
    expect(undo.redo()).toBe(true)
    expect(layout(meet(ana, ben)).Doing?.[0]).toBe('Weld')
  })
})

test('five hundred cards keep their order, are one step of undo, and no update of them is big', () => {
  bothOrders(({ ana }) => {
    const undo = followBoardUndo(ana.doc)
    const board = readBoard(ana.doc)
    const [column, a] = [columnId(board, 'To do'), cardId(board, 'a')]
    const sizes: number[] = []
    ana.doc.on('update', (update: Uint8Array) => sizes.push(update.length))
    const wanted = Array.from({ length: 500 }, (_, nth) => `${nth} ${'x'.repeat(290)}`)
    const ids = addCardsWith(
      ana.doc,
      wanted.map((title) => ({ title })),
      { column, spot: { after: a } },
    )
    expect(new Set(ids).size).toBe(500)
    expect(layout(readBoard(ana.doc))['To do']).toEqual(['a', ...wanted, 'b'])
    expect(Math.max(...sizes)).toBeLessThan(100_000)
    expect(undo.undo()).toBe(true)
    expect(layout(readBoard(ana.doc))).toEqual(layout(board))
    expect(undo.undo()).toBe(false)
  })
})

test('what cannot be is refused before anything is written', () => {
  const doc = new Y.Doc()
  const to = { column: 'nowhere' }
  expect(addCardsWith(doc, [{ title: 'Weld' }], to)).toEqual([])
  for (const wrong of [
    { title: ' ' },
    { title: 'x'.repeat(301) },
    { title: 'x', due: '2026-02-31' },
  ])
    expect(() => addCardsWith(doc, [{ title: 'Weld' }, wrong], to)).toThrow('invalid')
  expect(readBoard(doc).cards.size).toBe(0)
})
