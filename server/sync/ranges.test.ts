import { expect, test } from 'vitest'
import { Random } from '../testing/random'
import { Ranges } from './ranges'

test('ranges hold what a set of their numbers would, in whatever order they come', () => {
  const random = new Random(7)
  const ranges = new Ranges()
  const numbers = new Set<number>()
  for (let i = 0; i < 400; i++) {
    const from = random.below(300)
    const range = { from, to: from + 1 + random.below(8) }
    const fresh = ranges.missing(range).flatMap(numbersIn)
    expect(fresh).toEqual(numbersIn(range).filter((number) => !numbers.has(number)))
    if (random.below(2) === 0) continue
    ranges.add(range)
    for (const number of numbersIn(range)) numbers.add(number)
  }
})

test('ranges that touch become one', () => {
  const ranges = new Ranges()
  for (const from of [4, 0, 2]) ranges.add({ from, to: from + 2 })
  expect(ranges.count).toBe(1)
})

const numbersIn = ({ from, to }: { from: number; to: number }) =>
  Array.from({ length: to - from }, (_, i) => from + i)
