import { describe, expect, it } from 'vitest'
import { reconnectDelayMs } from './reconnect-delay'
import { silence } from './silence'

describe('a dead socket', () => {
  it('is not suspected while nothing is waiting for an answer', () => {
    expect(silence({ now: 60_000, heardAt: 0, waitingSince: null })).toBe('fine')
  })

  it('is asked for a sign of life, then given up, within ten seconds of the unanswered change', () => {
    const waiting = { heardAt: 0, waitingSince: 1_000 }
    expect(silence({ ...waiting, now: 5_000 })).toBe('fine')
    expect(silence({ ...waiting, now: 6_000 })).toBe('probe')
    expect(silence({ ...waiting, now: 11_000 })).toBe('dead')
  })

  it('is alive while the server is heard, even when its database takes its time', () => {
    expect(silence({ now: 60_000, heardAt: 58_000, waitingSince: 1_000 })).toBe('fine')
  })
})

describe('[S15] coming back', () => {
  it('spreads a crowd over a bound that doubles up to thirty seconds', () => {
    const longest = () => 0.999999
    expect([0, 1, 2, 3, 4, 5, 9].map((n) => reconnectDelayMs(n, longest))).toEqual([
      1599, 3199, 6399, 12799, 25599, 29999, 29999,
    ])
    expect(reconnectDelayMs(9, () => 0)).toBe(0)
  })
})
