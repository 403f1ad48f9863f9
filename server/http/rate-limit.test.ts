import { expect, test } from 'vitest'
import { rateLimit } from './rate-limit'

test('who asks too often is told how long to wait, and then may again; others are not kept waiting', () => {
  let now = 0
  const take = rateLimit({ most: 2, windowMs: 60_000 }, () => now)
  take('a')
  take('a')
  now = 20_000
  const refused = expect.objectContaining({ code: 'too-many', details: { retryAfterSeconds: 40 } })
  expect(() => take('a')).toThrow(refused)
  take('b')
  now = 60_000
  take('a')
})
