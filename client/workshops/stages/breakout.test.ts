import { expect, test } from 'vitest'
import { breakoutGroups } from './breakout'

const people = (names: string, left = '') =>
  [...names].map((name) => ({
    name,
    state: left.includes(name) ? ('left' as const) : ('in' as const),
  }))
const groups = (names: string, size: number, left?: string) =>
  breakoutGroups(people(names, left), size).map((group) => group.map(({ name }) => name).join(''))

test('pairs stay together in fours', () => {
  expect(groups('abcdefgh', 2)).toEqual(['ab', 'cd', 'ef', 'gh'])
  expect(groups('abcdefgh', 4)).toEqual(['abcd', 'efgh'])
})

test('nobody is left alone, but who is the only one', () => {
  expect(groups('abcde', 2)).toEqual(['ab', 'cde'])
  expect(groups('a', 4)).toEqual(['a'])
  expect(groups('', 2)).toEqual([])
})

test('whoever leaves or comes late changes no other group', () => {
  expect(groups('abcdef', 2, 'c')).toEqual(['ab', 'd', 'ef'])
  expect(groups('abcdefgh', 2).slice(0, 3)).toEqual(groups('abcdef', 2))
  expect(groups('abcd', 2, 'ab')).toEqual(['cd'])
})
