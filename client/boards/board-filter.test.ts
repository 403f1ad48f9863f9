import type { Card } from '@atelier/shared/boards/card'
import { noLearning } from '@atelier/shared/boards/learning'
import { type BoardFilter, noFilter } from '@atelier/shared/boards/view'
import { describe, expect, test } from 'vitest'
import { compileFilter } from './board-filter'

const card: Card = {
  id: 'a',
  title: 'Fräsöl prüfen',
  column: 'x',
  order: 'a0',
  assignees: ['ana'],
  labels: ['q'],
  outcomes: [],
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
  movedTo: null,
  createdBy: null,
  createdAt: '',
}
const world = {
  labels: [
    { id: 'q', name: 'Qualität', colour: 'teal' as const, order: 'a0' },
    { id: 'n', name: 'Not now', colour: 'red' as const, order: 'a1' },
  ],
  columns: [
    { id: 'x', done: false },
    { id: 'y', done: true },
  ],
  people: new Map([
    ['ana', { name: 'Ana Müller' }],
    ['ben', { name: 'Ben Berg' }],
  ]),
  me: 'ana',
  // A Wednesday.
  today: '2026-11-25',
}

const finds = (filter: Partial<BoardFilter>, change: Partial<Card> = {}) =>
  compileFilter({ ...noFilter, ...filter }, world)({ ...card, ...change })

test.each([
  [{ text: '' }, true],
  [{ text: 'frasol' }, true],
  [{ text: 'PRÜFEN fräs' }, true],
  [{ text: 'qualitat' }, true],
  [{ text: 'fräs gelb' }, false],
  [{ text: '#qual' }, true],
  [{ text: '#ualität' }, false],
  [{ text: '@muller' }, true],
  [{ text: '@anam öl' }, true],
  [{ text: '@ben' }, false],
  [{ text: '@me' }, true],
  [{ people: ['ana'] }, true],
  [{ people: ['ben'] }, false],
  [{ people: ['ben', 'me'] }, true],
  [{ people: ['nobody'] }, false],
  [{ labels: ['q'], text: 'öl' }, true],
  [{ labels: ['z'] }, false],
  [{ labels: ['q', 'n'] }, true],
  [{ labels: ['q', 'n'], labelMode: 'all' }, false],
  [{ labels: ['n'], labelMode: 'none' }, true],
  [{ labels: ['q', 'n'], labelMode: 'none' }, false],
  [{ columns: ['x'] }, true],
  [{ columns: ['y'] }, false],
  [{ done: false }, true],
  [{ done: true }, false],
  [{ openItems: true }, false],
] satisfies [Partial<BoardFilter>, boolean][])('%j → %s', (filter, found) => {
  expect(finds(filter)).toBe(found)
})

test('a card nobody has is found by asking for nobody, and by nobody and somebody', () => {
  expect(finds({ people: ['nobody'] }, { assignees: [] })).toBe(true)
  expect(finds({ people: ['nobody', 'ben'] }, { assignees: ['ben'] })).toBe(true)
  expect(finds({ people: ['ben'] }, { assignees: [] })).toBe(false)
})

test('a label of several words is typed as one', () => {
  expect(finds({ text: '#not-now' }, { labels: ['n'] })).toBe(true)
  expect(finds({ text: '#notnow' }, { labels: ['n'] })).toBe(true)
  expect(finds({ text: '#4' }, { title: 'Room #4' })).toBe(true)
})

test('a checklist is open while an item is', () => {
  const item = { id: 'i', order: 'a0', text: 'x' }
  const list = (done: boolean) => [{ id: 'l', order: 'a0', name: '', items: [{ ...item, done }] }]
  expect(finds({ openItems: true }, { checklists: list(false) })).toBe(true)
  expect(finds({ openItems: true }, { checklists: list(true) })).toBe(false)
})

describe('days, seen from a Wednesday', () => {
  test.each([
    ['overdue', '2026-11-24', true],
    ['overdue', '2026-11-25', false],
    ['today', '2026-11-25', true],
    ['week', '2026-11-25', true],
    ['week', '2026-11-29', true],
    ['week', '2026-11-30', false],
    ['week', '2026-11-24', false],
    ['nextWeek', '2026-11-30', true],
    ['nextWeek', '2026-12-06', true],
    ['nextWeek', '2026-12-07', false],
    ['later', '2026-12-07', true],
    ['later', '9999-12-31', true],
    ['none', null, true],
    ['none', '2026-11-25', false],
  ] as const)('%s of %s → %s', (span, due, found) => {
    expect(finds({ due: [span] }, { due })).toBe(found)
  })
})
