import { expect, test } from 'vitest'
import { foundFirst, mostDrawn } from './found-first'

const thousand = Array.from({ length: 1000 }, (_, nth) => ({ id: `${nth}`, name: `Label ${nth}` }))
const ids = (all: { found: { id: string }[] }) => all.found.map(({ id }) => id)

test('a short list stays in its order', () => {
  expect(ids(foundFirst(thousand.slice(0, 3), '', ['2']))).toEqual(['0', '1', '2'])
})

test('of a thousand a few are drawn, first those that are chosen, and it is said how many are left', () => {
  const shown = foundFirst(thousand, '', ['998'])
  expect(shown.found).toHaveLength(mostDrawn)
  expect(shown.found[0]?.id).toBe('998')
  expect(shown.left).toBe(1000 - mostDrawn)
})

test('letters find all of them, whatever their marks, and what begins so comes first', () => {
  const all = [
    { id: 'a', name: 'Old café' },
    { id: 'b', name: 'Cafés' },
    { id: 'c', name: 'Mill' },
  ]
  expect(ids(foundFirst(all, ' CAFE', []))).toEqual(['b', 'a'])
  expect(ids(foundFirst(thousand, 'label 99', []))).toContain('998')
  expect(foundFirst(all, 'none', ['a'])).toEqual({ found: [], left: 0 })
})
