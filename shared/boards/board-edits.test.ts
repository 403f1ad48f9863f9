import { expect, test } from 'vitest'
import { readBoard } from './board'
import * as edits from './card-edits'
import { addColumn, moveColumn, removeColumn, renameColumn, restoreColumn } from './column-edits'
import * as facts from './fact-edits'
import { addBoardLabel, changeBoardLabel, removeBoardLabel } from './label-edits'
import { bothOrders, cardId, columnId, layout, meet } from './two-boards'

test('two people move the same card to different columns: it is in exactly one of them', () => {
  bothOrders(({ ana, ben }) => {
    const board = readBoard(ana.doc)
    const a = cardId(board, 'a')
    edits.moveCard(ana.doc, a, { column: columnId(board, 'Doing'), spot: 'end' })
    edits.moveCard(ben.doc, a, { column: columnId(board, 'Done'), spot: 'end' })
    const { columns } = meet(ana, ben)
    expect(columns.filter((c) => c.cards.some((card) => card.id === a))).toHaveLength(1)
  })
})

test('two people put different cards at the same spot: both are there, in one order', () => {
  bothOrders(({ ana, ben }) => {
    const board = readBoard(ana.doc)
    const column = columnId(board, 'Done')
    edits.moveCard(ana.doc, cardId(board, 'a'), { column, spot: 'top' })
    edits.moveCard(ben.doc, cardId(board, 'b'), { column, spot: 'top' })
    expect(layout(meet(ana, ben)).Done?.toSorted()).toEqual(['a', 'b'])
  })
})

test('a card moved into a column while somebody removes it brings the column back', () => {
  bothOrders(({ ana, ben }) => {
    const board = readBoard(ana.doc)
    removeColumn(ana.doc, columnId(board, 'Doing'))
    edits.moveCard(ben.doc, cardId(board, 'a'), { column: columnId(board, 'Doing'), spot: 'top' })
    const after = meet(ana, ben)
    expect(layout(after)).toEqual({ 'To do': ['b'], Doing: ['a'], Done: [] })
    expect(after.archive.map((card) => card.title)).toEqual(['c'])
  })
})

test('a card made in a column while somebody removes it brings the column back', () => {
  bothOrders(({ ana, ben }) => {
    const column = columnId(readBoard(ana.doc), 'Done')
    removeColumn(ana.doc, column)
    edits.addCard(ben.doc, { title: 'new', column })
    expect(layout(meet(ana, ben)).Done).toEqual(['new'])
  })
})

test('a card moved out of a column while somebody removes it stays on the board', () => {
  bothOrders(({ ana, ben }) => {
    const board = readBoard(ana.doc)
    removeColumn(ana.doc, columnId(board, 'To do'))
    edits.moveCard(ben.doc, cardId(board, 'a'), { column: columnId(board, 'Done'), spot: 'top' })
    const after = meet(ana, ben)
    expect(layout(after)).toEqual({ Doing: ['c'], Done: ['a'] })
    expect(after.archive.map((card) => card.title)).toEqual(['b'])
  })
})

test('a card moved while somebody archives it stays on the board', () => {
  bothOrders(({ ana, ben }) => {
    const board = readBoard(ana.doc)
    edits.archiveCard(ana.doc, cardId(board, 'a'))
    edits.moveCard(ben.doc, cardId(board, 'a'), { column: columnId(board, 'Done'), spot: 'top' })
    expect(layout(meet(ana, ben)).Done).toEqual(['a'])
  })
})

test('two people remove the same column: it is gone, and its cards are in the archive', () => {
  bothOrders(({ ana, ben }) => {
    const column = columnId(readBoard(ana.doc), 'To do')
    removeColumn(ana.doc, column)
    removeColumn(ben.doc, column)
    const after = meet(ana, ben)
    expect(Object.keys(layout(after))).toEqual(['Doing', 'Done'])
    expect(after.archive.map((card) => card.title).toSorted()).toEqual(['a', 'b'])
  })
})

test('removing the last column loses nothing, and restoring it brings its cards back', () => {
  bothOrders(({ ana, ben }) => {
    const before = layout(readBoard(ana.doc))
    const ids = readBoard(ana.doc).columns.map((column) => column.id)
    for (const id of ids) removeColumn(ana.doc, id)
    expect(meet(ana, ben)).toMatchObject({ columns: [], archive: [{}, {}, {}] })
    for (const id of ids) restoreColumn(ben.doc, id)
    expect(layout(meet(ana, ben))).toEqual(before)
  })
})

test('a card restored after its column is gone goes to the first column', () => {
  bothOrders(({ ana, ben }) => {
    const board = readBoard(ana.doc)
    removeColumn(ana.doc, columnId(board, 'Doing'))
    edits.restoreCard(ana.doc, cardId(board, 'c'))
    expect(layout(meet(ana, ben))).toEqual({ 'To do': ['a', 'b', 'c'], Done: [] })
  })
})

test('a restored card lies where it lay', () => {
  bothOrders(({ ana, ben }) => {
    const a = cardId(readBoard(ana.doc), 'a')
    edits.archiveCard(ana.doc, a)
    expect(layout(meet(ana, ben))['To do']).toEqual(['b'])
    edits.restoreCard(ben.doc, a)
    expect(layout(meet(ana, ben))['To do']).toEqual(['a', 'b'])
  })
})

test('columns renamed, moved and added at the same moment all keep their change', () => {
  bothOrders(({ ana, ben }) => {
    const board = readBoard(ana.doc)
    renameColumn(ana.doc, columnId(board, 'Done'), 'Shipped')
    moveColumn(ben.doc, columnId(board, 'Done'), 'top')
    addColumn(ben.doc, 'Later', { after: columnId(board, 'To do') })
    expect(Object.keys(layout(meet(ana, ben)))).toEqual(['Shipped', 'To do', 'Later', 'Doing'])
  })
})

test('different fields of one card changed at the same moment all keep their change', () => {
  bothOrders(({ ana, ben }) => {
    const board = readBoard(ana.doc)
    const [a, urgent] = [cardId(board, 'a'), board.labels[0]?.id ?? '']
    edits.renameCard(ana.doc, a, 'a at last')
    facts.setDue(ana.doc, a, '2026-12-01')
    facts.addLabel(ana.doc, a, urgent)
    edits.renameCard(ben.doc, a, 'Finally a')
    facts.addAssignee(ben.doc, a, 'ben')
    const later = addBoardLabel(ben.doc, 'Later', 'green')
    facts.addLabel(ben.doc, a, later)
    expect(meet(ana, ben).cards.get(a)).toMatchObject({
      title: 'Finally a at last',
      due: '2026-12-01',
      assignees: ['ben'],
      labels: [urgent, later],
    })
    facts.removeLabel(ana.doc, a, urgent)
    facts.setDue(ana.doc, a, null)
    facts.removeAssignee(ana.doc, a, 'ben')
    const fields = { due: null, assignees: [], labels: [later] }
    expect(meet(ana, ben).cards.get(a)).toMatchObject(fields)
  })
})

test('a label renamed while somebody recolours it has both; removed, it leaves every card', () => {
  bothOrders(({ ana, ben }) => {
    const { labels, cards } = readBoard(ana.doc)
    const [label, card] = [labels[0]?.id ?? '', [...cards.keys()][0] ?? '']
    facts.addLabel(ben.doc, card, label)
    changeBoardLabel(ana.doc, label, { name: 'Now' })
    changeBoardLabel(ben.doc, label, { colour: 'teal' })
    expect(meet(ana, ben).labels).toMatchObject([{ name: 'Now', colour: 'teal' }])
    removeBoardLabel(ana.doc, label)
    expect(meet(ana, ben).cards.get(card)?.labels).toEqual([])
  })
})

test('edits of what is not there change nothing', () => {
  bothOrders(({ ana }) => {
    const column = columnId(readBoard(ana.doc), 'Done')
    const stale = '__proto__'
    const answers = [
      edits.moveCard(ana.doc, stale, { column, spot: 'end' }),
      edits.moveCard(ana.doc, cardId(readBoard(ana.doc), 'a'), { column: stale, spot: 'end' }),
      edits.addCard(ana.doc, { title: 'x', column: stale }) !== null,
      edits.renameCard(ana.doc, stale, 'x'),
      edits.archiveCard(ana.doc, stale),
      edits.restoreCard(ana.doc, stale),
      facts.setDue(ana.doc, stale, null),
      facts.addLabel(ana.doc, cardId(readBoard(ana.doc), 'a'), stale),
      renameColumn(ana.doc, stale, 'x'),
      moveColumn(ana.doc, stale, 'top'),
      removeColumn(ana.doc, stale),
      restoreColumn(ana.doc, stale),
      changeBoardLabel(ana.doc, stale, { name: 'x' }),
      removeBoardLabel(ana.doc, stale),
    ]
    expect(answers.every((answer) => answer === false)).toBe(true)
    expect(ana.sent).toHaveLength(0)
  })
})

test('saying the same again sends nothing', () => {
  bothOrders(({ ana }) => {
    const board = readBoard(ana.doc)
    const [a, column] = [cardId(board, 'a'), columnId(board, 'To do')]
    edits.moveCard(ana.doc, a, { column, spot: 'top' })
    edits.moveCard(ana.doc, a, { column, spot: { before: cardId(board, 'b') } })
    edits.renameCard(ana.doc, a, 'a')
    facts.setDue(ana.doc, a, null)
    edits.restoreCard(ana.doc, a)
    renameColumn(ana.doc, column, 'To do')
    expect(ana.sent).toHaveLength(0)
  })
})

test.each(['', '   ', 'x'.repeat(301)])('the title %j is refused', (title) => {
  bothOrders(({ ana }) => {
    const board = readBoard(ana.doc)
    expect(() => edits.renameCard(ana.doc, cardId(board, 'a'), title)).toThrow('invalid')
    expect(() => addColumn(ana.doc, title)).toThrow('invalid')
    expect(() => facts.setDue(ana.doc, cardId(board, 'a'), 'soon')).toThrow('invalid')
  })
})
