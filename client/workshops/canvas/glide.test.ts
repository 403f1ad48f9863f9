import { expect, it } from 'vitest'
import { glideTo, isGliding, placeAt, restAt } from './glide'

const start = { x: 0, y: 0 }
const end = { x: 100, y: 50 }

it('takes as long to a new place as lay between the last two', () => {
  const glide = glideTo(restAt(start), end, 1000, 100)
  expect(placeAt(glide, 1000)).toEqual(start)
  expect(placeAt(glide, 1050)).toEqual({ x: 50, y: 25 })
  expect(placeAt(glide, 1100)).toEqual(end)
  expect([isGliding(glide, 1099), isGliding(glide, 1100)]).toEqual([true, false])
})

it('never leaps when the next place comes early', () => {
  const first = glideTo(restAt(start), end, 1000, 100)
  const second = glideTo(first, { x: 50, y: 225 }, 1050, 50)
  expect(placeAt(second, 1050)).toEqual({ x: 50, y: 25 })
  expect(placeAt(second, 1100)).toEqual({ x: 50, y: 225 })
})

it('is quick again after a rest, and never passes its place', () => {
  const glide = glideTo(restAt(start), end, 60_000, 55_000)
  expect(placeAt(glide, 60_080)).toEqual(end)
  expect(placeAt(glide, 59_000)).toEqual(start)
})
