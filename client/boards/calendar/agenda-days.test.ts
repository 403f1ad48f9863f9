import type { Card } from '@atelier/shared/boards/card'
import { expect, test } from 'vitest'
import type { TimedCard } from '../time/timed-cards'
import { agendaOf } from './agenda-days'

const timed = (id: string, from: number, to: number): TimedCard => ({
  card: { id } as Card,
  span: { from, to },
  column: 'c',
  isDone: false,
})
const ids = (cards: readonly TimedCard[]) => cards.map(({ card }) => card.id)

test('a phone lists the days on which something is due, today always, and what goes on', () => {
  const cards = [timed('before', 1, 9), timed('a', 8, 12), timed('on', 20, 45), timed('b', 12, 12)]
  const { days, goingOn } = agendaOf(cards, { from: 10, to: 39 }, [15, null, 99])
  expect(days.map(({ day, cards }) => [day, ids(cards)])).toEqual([
    [12, ['a', 'b']],
    [15, []],
  ])
  expect(ids(goingOn)).toEqual(['on'])
})
