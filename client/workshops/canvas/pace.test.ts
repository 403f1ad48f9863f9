import { expect, it, vi } from 'vitest'
import { pacedBy, paceMs } from './pace'

function heldClock() {
  let now = 0
  let timers: { at: number; act: () => void }[] = []
  return {
    now: () => now,
    after(ms: number, act: () => void) {
      const timer = { at: now + ms, act }
      timers.push(timer)
      return () => {
        timers = timers.filter((one) => one !== timer)
      }
    },
    pass(ms: number) {
      now += ms
      const due = timers.filter(({ at }) => at <= now)
      timers = timers.filter(({ at }) => at > now)
      for (const { act } of due) act()
    },
  }
}

it('says the first place at once, then the latest of each gap, and the last one always', () => {
  const clock = heldClock()
  const say = vi.fn()
  const pace = pacedBy(() => 50, say, clock)
  pace.take(1)
  pace.take(2)
  clock.pass(20)
  pace.take(3)
  expect(say.mock.calls).toEqual([[1]])
  clock.pass(30)
  expect(say.mock.calls).toEqual([[1], [3]])
  clock.pass(500)
  expect(say).toHaveBeenCalledTimes(2)
  pace.take(4)
  expect(say).toHaveBeenLastCalledWith(4)
})

it('says nothing more once it has been stopped', () => {
  const clock = heldClock()
  const say = vi.fn()
  const pace = pacedBy(() => 50, say, clock)
  pace.take(1)
  pace.take(2)
  pace.stop()
  clock.pass(100)
  expect(say.mock.calls).toEqual([[1]])
})

it('says less often the more people there are, and never more than twenty times a second', () => {
  expect([1, 5, 20, 60, 300].map(paceMs)).toEqual([50, 50, 50, 150, 250])
})
