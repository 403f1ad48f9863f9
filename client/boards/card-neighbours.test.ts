import type { Column } from '@atelier/shared/boards/board'
import type { Card } from '@atelier/shared/boards/card'
import { expect, test } from 'vitest'
import { cardBeside } from './card-neighbours'
import { placesIn, spotAt } from './move-spots'

const column = (ids: string): Column => ({
  id: ids,
  name: ids,
  order: 'a0',
  limit: null,
  done: false,
  cards: [...ids].map((id) => ({ id }) as Card),
})
const columns = [column('abc'), column(''), column('d'), column('')]

test('arrows go to the same height of the next column that shows cards, or to its last card', () => {
  expect(cardBeside(columns, 'a', 1)).toBe('d')
  expect(cardBeside(columns, 'c', 1)).toBe('d')
  expect(cardBeside(columns, 'd', -1)).toBe('a')
  expect(cardBeside(columns, 'd', 1)).toBeNull()
  expect(cardBeside(columns, 'a', -1)).toBeNull()
  expect(cardBeside(columns, 'gone', 1)).toBeNull()
})

test('a position names the place a card will have, in its own column and in another', () => {
  const abc = column('abc')
  expect(placesIn(abc, 'a')).toBe(3)
  expect(placesIn(abc, 'x')).toBe(4)
  expect(spotAt(abc, 'a', 1)).toEqual({ before: 'b' })
  expect(spotAt(abc, 'a', 3)).toBe('end')
  expect(spotAt(abc, 'x', 2)).toEqual({ before: 'b' })
  expect(spotAt(column(''), 'x', 1)).toBe('end')
  expect(placesIn(abc, ['a', 'b', 'x'])).toBe(2)
  expect(spotAt(abc, ['a', 'x'], 2)).toEqual({ before: 'c' })
})
