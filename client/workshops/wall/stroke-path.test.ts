import { wallLimits } from '@atelier/shared/workshops/wall-shape'
import { expect, test } from 'vitest'
import { strokePath, thinned } from './stroke-path'

test('a tap is a dot, and a line goes from its first point to its last', () => {
  expect(strokePath([10, 20])).toBe('M10 20h0')
  expect(strokePath([0, 0, 100, 0])).toBe('M0 0L100 0')
  expect(strokePath([0, 0, 100, 0, 100, 100])).toBe('M0 0Q100 0 100 50L100 100')
})

test('a line that is drawn for a long time is kept with as many points as a note takes, ends included', () => {
  const long = Array.from({ length: 9000 }, (_, at) => (at % 2 ? (at * 7) % 1000 : (at / 9) % 1000))
  const kept = thinned(long, wallLimits.pointsOfStroke)
  expect(kept.length / 2).toBeLessThanOrEqual(wallLimits.pointsOfStroke)
  expect(kept.slice(0, 2)).toEqual(long.slice(0, 2).map(Math.round))
  expect(kept.slice(-2)).toEqual(long.slice(-2).map(Math.round))
})

test('a hand that trembles on one spot draws one dot', () => {
  expect(thinned([500, 500, 501, 500, 500, 501, 500, 500], 400)).toEqual([500, 500])
})
