import { addOutcome } from '@atelier/shared/boards/fact-edits'
import { newBoardUpdate } from '@atelier/shared/boards/new-board'
import { receiveCards } from '@atelier/shared/boards/transfer-edits'
import { docOf } from '@atelier/shared/docs/new-doc'
import { expect, test } from 'vitest'
import { theCard } from '../testing/inbox-stage'
import { exportedBoard, nameOutcomes } from './exported-board'

const uuid = (nth: number) => `${String(nth).padStart(8, '0')}-0000-4000-8000-000000000000`

test('an outcome of a project that the card has left goes out with the name it has on the card', () => {
  const columns = ['To do']
  const cards = [{ title: 'Weld', column: 'To do' }]
  const from = docOf(newBoardUpdate({ title: 'Work', columns, cards }))
  const card = theCard(from)
  addOutcome(from, card, uuid(1))
  const there = docOf(newBoardUpdate({ title: 'There', columns }))
  const column = [...there.getMap('columns').keys()][0] ?? ''
  const outcomes = { nameOf: () => 'Welds alone', find: () => null }
  receiveCards(there, from, [card], { column, files: new Map(), mayRead: () => true, outcomes })
  addOutcome(there, card, uuid(2))

  const board = exportedBoard(there)
  nameOutcomes(board, new Map([[uuid(2), 'Teaches']]))
  expect(board.columns[0]?.cards[0]?.outcomes).toEqual([
    { id: uuid(2), name: 'Teaches' },
    { id: uuid(1), name: 'Welds alone' },
  ])
})
