import { readBoard } from '@atelier/shared/boards/board'
import { archiveCards, restoreCards } from '@atelier/shared/boards/card-edits'
import { newBoardUpdate } from '@atelier/shared/boards/new-board'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { foundIn } from './find-archived'

function archived() {
  const doc = new Y.Doc()
  const update = newBoardUpdate({
    title: '',
    columns: ['Zu tun', 'Fertig'],
    labels: [{ name: 'Qualität', colour: 'teal' }],
    cards: [
      { title: 'Fräsöl prüfen', column: 'Zu tun', labels: ['Qualität'] },
      { title: 'Bericht', column: 'Fertig' },
      { title: 'Messen', column: 'Zu tun' },
    ],
  })
  Y.applyUpdate(doc, update)
  archiveCards(doc, [...readBoard(doc).cards.keys()])
  return doc
}

test.each([
  ['', 3],
  ['frasol', 1],
  ['qualitat', 1],
  ['fertig', 1],
  ['zu tun', 2],
  ['zu tun öl', 1],
  ['gelb', 0],
])('“%s” finds %i archived cards by title, label and column', (words, count) => {
  const board = readBoard(archived())
  expect(foundIn(board.archive, words, board)).toHaveLength(count)
})

test('several are restored where they were, as one edit', () => {
  const doc = archived()
  const updates: unknown[] = []
  doc.on('update', (update) => updates.push(update))
  expect(restoreCards(doc, [...readBoard(doc).cards.keys(), 'gone'])).toBe(3)
  expect(updates).toHaveLength(1)
  expect(readBoard(doc).columns.map(({ cards }) => cards.length)).toEqual([2, 1])
})
