import type { Card } from '@atelier/shared/boards/card'
import { spanOf } from '@atelier/shared/boards/span'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTimedCards, type TimedCard } from '../time/timed-cards'
import { layWeek } from './week-lanes'

const first = 20_000
const timed = (id: string, from: number, to: number): TimedCard => ({
  card: { id } as Card,
  span: { from: first + from, to: first + to },
  column: 'c',
  isDone: false,
})
const inOrder = (cards: TimedCard[]) =>
  cards.toSorted((a, b) => a.span.from - b.span.from || b.span.to - a.span.to)

test('cards of one day share no lane, cards of different days do', () => {
  const { segments } = layWeek([timed('a', 0, 2), timed('b', 1, 1), timed('c', 3, 3)], first, 3)
  expect(segments.map(({ timed, lane }) => [timed.card.id, lane])).toEqual([
    ['a', 0],
    ['b', 1],
    ['c', 0],
  ])
})

test('a card that began before and goes on after fills the week, and is known to', () => {
  const [only] = layWeek([timed('a', -30, 30)], first, 3).segments
  expect(only).toMatchObject({ from: 0, to: 6, begins: false, ends: false })
})

test('five thousand cards on one day are counted, and only as many drawn as there are lanes', () => {
  const many = Array.from({ length: 5000 }, (_, index) => timed(String(index), 2, 2))
  const { segments, days } = layWeek(many, first, 3)
  expect(segments).toHaveLength(3)
  expect(days[2]).toEqual({ due: 5000, running: 0, hidden: 4997 })
})

test('whatever days cards take, none lies upon another and each is drawn or counted', () => {
  const card = fc.tuple(fc.integer({ min: -9, max: 9 }), fc.nat(12))
  fc.assert(
    fc.property(fc.array(card), fc.integer({ min: 0, max: 5 }), (spans, lanes) => {
      const cards = inOrder(spans.map(([from, more], i) => timed(String(i), from, from + more)))
      const { segments, days } = layWeek(cards, first, lanes)
      for (let day = 0; day < 7; day++) {
        const drawn = segments.filter(({ from, to }) => from <= day && to >= day)
        expect(new Set(drawn.map(({ lane }) => lane)).size).toBe(drawn.length)
        const here = cards.filter(({ span }) => span.from <= first + day && span.to >= first + day)
        expect(drawn.length + (days[day]?.hidden ?? 0)).toBe(here.length)
        expect((days[day]?.due ?? 0) + (days[day]?.running ?? 0)).toBe(here.length)
      }
    }),
  )
})

test('cards are told apart by whether they have days, and what did not change stays the same', () => {
  const card = (id: string, start: string | null, due: string | null) =>
    ({ id, start, due }) as unknown as Card
  const cards = [
    card('late', null, '2026-11-09'),
    card('none', null, null),
    card('long', '2026-11-02', '2026-11-08'),
    card('short', '2026-11-02', null),
  ]
  const column = { id: 'c', done: false, cards } as never
  const before = readTimedCards([column], () => true)
  expect(before.dated.map(({ card }) => card.id)).toEqual(['long', 'short', 'late'])
  expect(before.undated.map(({ card }) => card.id)).toEqual(['none'])
  const after = readTimedCards([column], ({ id }) => id !== 'long', before)
  expect(after.dated[0]).toBe(before.dated[1])
  expect(spanOf(cards[2] as Card)).toEqual(before.dated[0]?.span)
})
