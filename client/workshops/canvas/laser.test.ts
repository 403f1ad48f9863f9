import { expect, it } from 'vitest'
import { faded, lengthened, strengthOf, type Trail, trailMs } from './laser'

it('a trail fades from its oldest end, and is gone a moment after the pointer rests', () => {
  let trail: Trail = []
  for (const at of [0, 300, 600]) trail = lengthened(trail, { x: at, y: 0 }, at)
  expect(faded(trail, 1000).map(({ x }) => x)).toEqual([300, 600])
  expect(faded(trail, 600 + trailMs)).toEqual([])
})

it('a pointer that rests adds nothing to its trail', () => {
  const trail = lengthened(lengthened([], { x: 1, y: 1 }, 0), { x: 1, y: 1 }, 10)
  expect(trail).toHaveLength(1)
})

it('is strong where it is new', () => {
  expect([strengthOf(100, 100), strengthOf(0, trailMs / 2), strengthOf(0, 5000)]).toEqual([
    1, 0.5, 0,
  ])
})
