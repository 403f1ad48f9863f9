import { expect, test } from 'vitest'
import { edgeSpeed, firstStop } from './edge-scroll'

test('near an edge it scrolls that way, between them not at all', () => {
  expect(edgeSpeed(10, 0, 390)).toBeLessThan(0)
  expect(edgeSpeed(195, 0, 390)).toBe(0)
  expect(edgeSpeed(385, 0, 390)).toBeGreaterThan(0)
})

test('it stops at the first column on the way, not at the one it began at', () => {
  const stops = [0, 360, 720]
  expect(firstStop(stops, 0, 14)).toBeNull()
  expect(firstStop(stops, 350, 364)).toBe(360)
  expect(firstStop(stops, 346, 360)).toBe(360)
  expect(firstStop(stops, 360, 374)).toBeNull()
  expect(firstStop(stops, 100, 900)).toBe(360)
  expect(firstStop(stops, 724, 710)).toBe(720)
  expect(firstStop(stops, 720, 706)).toBeNull()
  expect(firstStop(stops, 14, 0)).toBe(0)
  expect(firstStop(stops, 900, 100)).toBe(720)
})
