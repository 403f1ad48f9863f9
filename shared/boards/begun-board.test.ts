import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { begunBoard } from './begun-board'
import { readBoard } from './board'
import { addCard } from './card-edits'
import { newBoardUpdate } from './new-board'
import { layout } from './two-boards'

test('a board begun on a device has its columns once, when the server has made it too, and owes all of them', () => {
  const { update, owedFrom } = begunBoard('de')
  const here = new Y.Doc()
  Y.applyUpdate(here, update)
  const [first] = readBoard(here).columns
  addCard(here, { title: 'Mitgenommen', column: first?.id ?? '' })
  const there = new Y.Doc()
  Y.applyUpdate(there, newBoardUpdate({ title: '', columns: [] }))
  Y.applyUpdate(there, Y.encodeStateAsUpdate(here, Y.encodeStateVector(there)))
  expect(layout(readBoard(there))).toEqual({
    'Zu tun': ['Mitgenommen'],
    'In Arbeit': [],
    Erledigt: [],
  })
  expect(readBoard(there).columns.map(({ done }) => done)).toEqual([false, false, true])
  expect(owedFrom.map(([, clock]) => clock)).toEqual([0])
})
