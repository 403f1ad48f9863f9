import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readBoard } from './board'
import { followBoardUndo } from './board-undo'
import { addCard, archiveCards, moveCards } from './card-edits'
import { addAssignee, removeAssignee, setDays, setEstimate } from './fact-edits'
import { bothOrders, cardId, columnId, layout, meet, type Person } from './two-boards'

/** d, e and f after a and b in To do. */
function fill({ doc }: Person): Record<string, string> {
  const column = columnId(readBoard(doc), 'To do')
  for (const title of ['d', 'e', 'f']) addCard(doc, { title, column })
  const board = readBoard(doc)
  return Object.fromEntries([...board.cards.values()].map(({ title, id }) => [title, id]))
}

const idsOf = (known: Record<string, string>, titles: string) =>
  [...titles].map((title) => known[title] ?? title)

test.each([
  ['ad', 'top', 'adbef'],
  ['ad', 'end', 'befad'],
  ['fa', { before: 'd' }, 'bfade'],
  ['fa', { after: 'd' }, 'bdfae'],
  ['bd', { before: 'b' }, 'abdef'],
  ['be', { after: 'b' }, 'abedf'],
  ['fe', { before: 'e' }, 'abdfe'],
  ['ab', { after: 'a' }, 'abdef'],
  ['abdef', { after: 'e' }, 'abdef'],
  ['fedba', { before: 'd' }, 'fedba'],
] as const)('%s moved together %j: %s', (titles, to, wanted) => {
  bothOrders(({ ana, ben }) => {
    const known = fill(ana)
    const spot =
      typeof to === 'string'
        ? to
        : 'before' in to
          ? { before: known[to.before] ?? '' }
          : { after: known[to.after] ?? '' }
    const column = columnId(readBoard(ana.doc), 'To do')
    const sent = ana.sent.length
    const ids = idsOf(known, titles)
    expect(moveCards(ana.doc, ids, { column, spot })).toBe(titles.length)
    const changes = wanted === 'abdef' ? 0 : 1
    expect(ana.sent.length - sent).toBe(changes)
    expect(layout(meet(ana, ben))['To do']?.join('')).toBe(wanted)
  })
})

test('wherever some cards are put together, they stand there in their order, and the others in theirs', () => {
  const titles = ['a', 'b', 'd', 'e', 'f']
  const some = fc.shuffledSubarray(titles, { minLength: 1 })
  const neighbour = fc.constantFrom(...titles)
  const spots = fc.oneof(
    fc.constantFrom('top' as const, 'end' as const),
    fc.record({ before: neighbour }),
    fc.record({ after: neighbour }),
  )
  fc.assert(
    fc.property(some, spots, (moved, to) => {
      bothOrders(({ ana, ben }) => {
        const known = fill(ana)
        const beside = (title: string) => known[title] ?? ''
        const spot =
          typeof to === 'string'
            ? to
            : 'before' in to
              ? { before: beside(to.before) }
              : { after: beside(to.after) }
        const column = columnId(readBoard(ana.doc), 'To do')
        moveCards(ana.doc, idsOf(known, moved.join('')), { column, spot })
        const row = layout(meet(ana, ben))['To do'] ?? []
        const from = row.indexOf(moved[0] ?? '')
        expect(row.slice(from, from + moved.length)).toEqual(moved)
        const rest = titles.filter((title) => !moved.includes(title))
        expect(row.filter((title) => !moved.includes(title))).toEqual(rest)
      })
    }),
    { numRuns: 60, seed: 20_261_127 },
  )
})

test('many cards are changed in one edit, and undone in one step', () => {
  bothOrders(({ ana, ben }) => {
    const known = fill(ana)
    const undo = followBoardUndo(ana.doc)
    const before = layout(readBoard(ana.doc))
    const ids = idsOf(known, 'adf')
    const sent = ana.sent.length
    moveCards(ana.doc, ids, { column: columnId(readBoard(ana.doc), 'Done'), spot: 'end' })
    addAssignee(ana.doc, ids, 'ben')
    setEstimate(ana.doc, ids, 3)
    archiveCards(ana.doc, ids)
    expect(ana.sent.length - sent).toBe(4)
    expect(
      meet(ana, ben)
        .archive.map(({ title }) => title)
        .sort(),
    ).toEqual(['a', 'd', 'f'])
    for (const step of [1, 2, 3, 4]) expect(undo.undo(), `step ${step}`).toBe(true)
    expect(layout(meet(ana, ben))).toEqual(before)
    expect(readBoard(ben.doc).cards.get(ids[0] ?? '')).toMatchObject({
      assignees: [],
      estimate: null,
    })
  })
})

test('a move of cards to a column that is gone, or of cards that are not there, moves nothing', () => {
  bothOrders(({ ana }) => {
    const board = readBoard(ana.doc)
    const done = columnId(board, 'Done')
    expect(moveCards(ana.doc, [cardId(board, 'a')], { column: 'gone', spot: 'end' })).toBe(0)
    expect(moveCards(ana.doc, ['gone', 'too'], { column: done, spot: 'end' })).toBe(0)
    expect(ana.sent).toHaveLength(0)
  })
})

test('two people give a card to two others at the same moment: it belongs to both', () => {
  bothOrders(({ ana, ben }) => {
    const a = cardId(readBoard(ana.doc), 'a')
    addAssignee(ana.doc, a, 'cleo')
    addAssignee(ben.doc, a, 'dora')
    expect(meet(ana, ben).cards.get(a)?.assignees).toEqual(['cleo', 'dora'])
    removeAssignee(ana.doc, a, 'dora')
    addAssignee(ben.doc, a, 'emil')
    expect(meet(ana, ben).cards.get(a)?.assignees).toEqual(['cleo', 'emil'])
  })
})

test('who was assigned before there could be several still is, until taken off', () => {
  bothOrders(({ ana, ben }) => {
    const a = cardId(readBoard(ana.doc), 'a')
    const card = ana.doc.getMap('cards').get(a) as ReturnType<typeof ana.doc.getMap>
    card.set('assignee', 'ben')
    addAssignee(ben.doc, a, 'ana')
    expect(meet(ana, ben).cards.get(a)?.assignees).toEqual(['ana', 'ben'])
    removeAssignee(ana.doc, a, 'ben')
    expect(meet(ana, ben).cards.get(a)?.assignees).toEqual(['ana'])
  })
})

test('what cannot be is refused: an estimate below nought, a day that is none', () => {
  bothOrders(({ ana }) => {
    const a = cardId(readBoard(ana.doc), 'a')
    expect(() => setEstimate(ana.doc, a, -1)).toThrow('invalid')
    expect(() => setEstimate(ana.doc, a, Number.NaN)).toThrow('invalid')
    expect(() => setDays(ana.doc, a, { start: '99999-01-01', due: null })).toThrow('invalid')
    expect(ana.sent).toHaveLength(0)
  })
})
