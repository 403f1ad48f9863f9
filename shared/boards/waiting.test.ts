import { expect, test } from 'vitest'
import { waitingFor } from './waiting'

const blocks = new Map([
  ['a', ['b', 'c']],
  ['b', ['d']],
  ['c', ['d']],
])

test('whatever waits is found by every detour, once', () => {
  expect(waitingFor({ blocks }, 'a').sort()).toEqual(['b', 'c', 'd'])
  expect(waitingFor({ blocks }, 'd')).toEqual([])
})

test('a circle comes to an end', () => {
  const circle = new Map([
    ['a', ['b']],
    ['b', ['a']],
  ])
  expect(waitingFor({ blocks: circle }, 'a')).toEqual(['b'])
})
