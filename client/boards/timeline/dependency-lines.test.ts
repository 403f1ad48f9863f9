import type { Card } from '@atelier/shared/boards/card'
import { expect, test } from 'vitest'
import type { TimedCard } from '../time/timed-cards'
import { dependenciesInView, dependenciesOf, isTooEarly, linePath } from './dependency-lines'
import { rowOfCard, timelineRows } from './timeline-rows'

const timed = (id: string, from: number, to: number, column = 'a', isDone = false): TimedCard => ({
  card: { id } as Card,
  span: { from, to },
  column,
  isDone,
})

const groups = [
  { id: 'a', name: 'To do' },
  { id: 'empty', name: 'Nothing' },
  { id: 'b', name: 'Doing' },
]

test('rows stand in their groups, and groups without cards are left out', () => {
  const cards = [timed('1', 0, 3, 'b'), timed('2', 1, 2), timed('3', 5, 6, 'b')]
  const rows = timelineRows(cards, groups, ({ column }) => [column])
  expect(rows.map(({ key }) => key)).toEqual(['a', 'a 2', 'b', 'b 1', 'b 3'])
  expect(rowOfCard(rows).get('3')).toBe(4)
})

test('a card of two people stands with both, and its arrows are at the first', () => {
  const rows = timelineRows([timed('1', 0, 3)], groups, () => ['a', 'b'])
  expect(rows).toHaveLength(4)
  expect(rowOfCard(rows).get('1')).toBe(1)
})

test('an arrow needs both its cards, and is drawn where it comes by', () => {
  const cards = [timed('1', 0, 3), timed('2', 4, 6), timed('3', 9, 9)]
  const rows = timelineRows(cards, groups, () => ['a'])
  const cardAt = (at: number) => {
    const row = rows[at]
    return row?.kind === 'card' ? row.timed : undefined
  }
  const blocks = new Map([
    ['1', ['2', '3', 'gone']],
    ['undated', ['1']],
  ])
  const all = dependenciesOf(blocks, rowOfCard(rows), cardAt)
  expect(all.map(({ rows: ends }) => ends)).toEqual([
    [1, 2],
    [1, 3],
  ])
  expect(dependenciesInView(all, 3, 9)).toHaveLength(1)
})

test('who starts before what they wait for is due is warned, unless either is done', () => {
  const first = timed('1', 0, 5)
  expect(isTooEarly({ from: first, to: timed('2', 4, 9) })).toBe(true)
  expect(isTooEarly({ from: first, to: timed('2', 5, 9) })).toBe(false)
  expect(isTooEarly({ from: timed('1', 0, 5, 'a', true), to: timed('2', 4, 9) })).toBe(false)
})

test('an arrow that leads back goes around, and no number in it is broken', () => {
  for (const to of [
    { x: 300, y: 90 },
    { x: 10, y: 90 },
    { x: 100, y: 10 },
    { x: 100, y: 50 },
  ])
    expect(linePath({ x: 100, y: 50 }, to, 18)).toMatch(/^M100 50[LQ\d. -]+$/)
})
