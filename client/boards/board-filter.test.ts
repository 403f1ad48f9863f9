import type { Card } from '@atelier/shared/boards/card'
import { noLearning } from '@atelier/shared/boards/learning'
import { expect, test } from 'vitest'
import { matches, noFilter } from './board-filter'

const card: Card = {
  id: 'a',
  title: 'Fräsöl prüfen',
  column: 'x',
  order: 'a0',
  assignees: ['ana'],
  labels: ['q'],
  start: null,
  due: null,
  estimate: null,
  hasDescription: false,
  checklists: [],
  attachments: [],
  cover: null,
  blocks: [],
  partOf: null,
  duplicates: null,
  learning: noLearning,
  isTemplate: false,
  archivedAt: null,
  createdBy: null,
  createdAt: '',
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
