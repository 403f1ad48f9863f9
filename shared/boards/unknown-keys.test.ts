import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { must } from '../basics/must'
import { readBoard } from './board'
import { archiveCard, renameCard, restoreCard } from './card-edits'
import { removeColumn, renameColumn, restoreColumn, setColumnLimit } from './column-edits'
import { changeBoardLabel } from './label-edits'
import { newBoardUpdate } from './new-board'
import { cardParcel, receiveCards, sendCardsAway } from './transfer-edits'

/** A board on which a newer version has written what this one knows nothing of. */
function newerBoard() {
  const doc = new Y.Doc()
  const cards = [{ title: 'Weld', column: 'To do' }]
  Y.applyUpdate(doc, newBoardUpdate({ title: 'Line', columns: ['To do', 'Done'], cards }))
  doc.getMap('cards2').set('x', { of: 'a newer version' })
  doc.getArray('trail').push(['one', 'two'])
  const label = new Y.Map<unknown>([
    ...([
      ['name', 'Oil'],
      ['colour', 'red'],
      ['order', 'a0'],
      ['icon', '🛢'],
    ] as [string, unknown][]),
  ])
  doc.getMap('labels').set('oil', label)
  const column = must(readBoard(doc).columns[0], 'column').id
  doc.getMap<Y.Map<unknown>>('columns').get(column)?.set('policy', { wip: 'strict' })
  const card = must([...readBoard(doc).cards.keys()][0], 'card')
  doc.getMap<Y.Map<unknown>>('cards').get(card)?.set('outlook:2030', 'bright')
  return { doc, column, card }
}

const unknown = (doc: Y.Doc, column: string, card: string) => ({
  roots: [doc.getMap('cards2').toJSON(), doc.getArray('trail').toJSON()],
  label: doc.getMap<Y.Map<unknown>>('labels').get('oil')?.get('icon'),
  column: doc.getMap<Y.Map<unknown>>('columns').get(column)?.get('policy'),
  card: doc.getMap<Y.Map<unknown>>('cards').get(card)?.get('outlook:2030'),
})

test('what a newer version wrote outlives every edit of this one', () => {
  const { doc, column, card } = newerBoard()
  const before = unknown(doc, column, card)
  expect(Object.values(before)).not.toContain(undefined)
  renameColumn(doc, column, 'Next')
  setColumnLimit(doc, column, 3)
  changeBoardLabel(doc, 'oil', { name: 'Grease', colour: 'green' })
  renameCard(doc, card, 'Weld again')
  archiveCard(doc, card)
  restoreCard(doc, card)
  removeColumn(doc, column)
  restoreColumn(doc, column)
  expect(unknown(doc, column, card)).toEqual(before)
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  expect(unknown(copy, column, card)).toEqual(before)
})

test('a card takes what it does not know along to another board, and leaves it where it was', () => {
  const { doc, column, card } = newerBoard()
  const there = new Y.Doc()
  Y.applyUpdate(there, newBoardUpdate({ title: 'Other', columns: ['In'] }))
  const parcel = cardParcel(doc, [card])
  const to = must(readBoard(there).columns[0], 'column').id
  receiveCards(there, parcel, [card], {
    column: to,
    files: new Map(),
    mayRead: () => true,
    outcomes: null,
  })
  sendCardsAway(doc, [card], 'other')
  const arrived = there.getMap<Y.Map<unknown>>('cards').get(card)
  expect(arrived?.get('outlook:2030')).toBe('bright')
  expect(unknown(doc, column, card).card).toBe('bright')
})

test('what was left behind by a move is a card of this board again once somebody restores it', () => {
  const { doc, card, column } = newerBoard()
  sendCardsAway(doc, [card], 'other')
  expect(readBoard(doc).cards.get(card)?.movedTo).toBe('other')
  restoreCard(doc, card)
  archiveCard(doc, card)
  expect(readBoard(doc).cards.get(card)?.movedTo).toBeNull()
  restoreCard(doc, card)
  removeColumn(doc, column)
  sendCardsAway(doc, [card], 'other')
  restoreColumn(doc, column)
  expect(readBoard(doc).cards.get(card)).toMatchObject({ movedTo: 'other' })
})

test('a card reads its own labels only, in the board’s order, however many the board has', () => {
  const { doc, card } = newerBoard()
  const names = Array.from({ length: 1_000 }, (_, nth) => `l${String(nth).padStart(4, '0')}`)
  doc.transact(() => {
    for (const id of names)
      doc.getMap('labels').set(
        id,
        new Y.Map<unknown>([
          ['name', id],
          ['order', id],
        ]),
      )
    const chosen = new Y.Map<unknown>(['l0900', 'gone', 'l0002'].map((id) => [id, true]))
    doc.getMap<Y.Map<unknown>>('cards').get(card)?.set('labels', chosen)
  })
  expect(readBoard(doc).cards.get(card)?.labels).toEqual(['l0002', 'l0900'])
})
