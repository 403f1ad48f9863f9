import { limits } from '@atelier/shared/sync/limits'
import { expect, test } from 'vitest'
import { longFrom } from './long-log'

const mb = 1024 * 1024
const room = (bytes: number) => ({ bytes, limitBytes: limits.roomBytes })

test('a log is squashed when it has doubled what a squash has left of it', () => {
  expect(longFrom(room(mb))).toBe(2 * mb)
  expect(longFrom(room(3 * mb), mb)).toBe(4 * mb)
})

test('[S16] a room is squashed before it is called full, which it may only be by its log', () => {
  expect(longFrom(room(11 * mb))).toBe(limits.warnFrom * limits.roomBytes)
  const nearlyFull = 18 * mb
  expect(longFrom(room(nearlyFull))).toBeGreaterThan(nearlyFull)
  expect(longFrom(room(nearlyFull))).toBeLessThan(limits.roomBytes)
})
