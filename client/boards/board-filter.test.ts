import type { Card } from '@atelier/shared/boards/board'
import { expect, test } from 'vitest'
import { matches, noFilter } from './board-filter'

const card: Card = {
  id: 'a',
  title: 'Fräsöl prüfen',
  column: 'x',
  order: 'a0',
  assignee: 'ana',
  labels: ['q'],
  due: null,
  hasDescription: false,
  archivedAt: null,
  createdBy: null,
}
const labels = [{ id: 'q', name: 'Qualität', colour: 'teal' as const, order: 'a0' }]

test.each([
  [{ text: '' }, true],
  [{ text: 'frasol' }, true],
  [{ text: 'PRÜFEN fräs' }, true],
  [{ text: 'qualitat' }, true],
  [{ text: 'fräs gelb' }, false],
  [{ person: 'ana' }, true],
  [{ person: 'ben' }, false],
  [{ label: 'q', text: 'öl' }, true],
  [{ label: 'z' }, false],
])('%j → %s', (filter, found) => {
  expect(matches(card, { ...noFilter, ...filter }, labels)).toBe(found)
})
