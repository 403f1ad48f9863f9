import { expect, test } from 'vitest'
import { callBetween, clockFace, nextTickMs, ServerClock, timerAt } from './timer-clock'

const noon = Date.parse('2026-03-01T12:00:00Z')
const day = 24 * 60 * 60 * 1000
const running = (leftMs: number, totalMs = 480_000) =>
  ({ state: 'running', endsAt: new Date(noon + leftMs).toISOString(), totalMs }) as const

test('a device whose date is a day off shows the same time as all others', () => {
  const clock = new ServerClock()
  // The stopwatch of a page says nothing of a date: here it has run for 90 s.
  clock.note({ serverMs: noon, askedAt: 89_900, answeredAt: 90_100 })
  expect(clock.at(90_000)).toBe(noon)
  expect(timerAt(running(60_000), clock.at(95_000) ?? 0)?.leftMs).toBe(55_000)
  const late = new ServerClock()
  late.note({ serverMs: noon, askedAt: day, answeredAt: day + 200 })
  expect(timerAt(running(60_000), late.at(day + 5_100) ?? 0)?.leftMs).toBe(55_000)
})

test('a slow answer moves the clock little, and less than half a second', () => {
  const clock = new ServerClock()
  for (const at of [0, 1000, 2000]) {
    clock.note({ serverMs: noon + at + 20, askedAt: at, answeredAt: at + 40 })
  }
  // The way there took nothing, the way back 900 ms.
  clock.note({ serverMs: noon + 3000, askedAt: 3000, answeredAt: 3900 })
  expect(Math.abs((clock.at(5000) ?? 0) - (noon + 5000))).toBeLessThan(5)
  const alone = new ServerClock()
  alone.note({ serverMs: noon + 3000, askedAt: 3000, answeredAt: 3900 })
  expect(Math.abs((alone.at(5000) ?? 0) - (noon + 5000))).toBeLessThanOrEqual(450)
})

test('after a sleep in which the stopwatch stood still, the next answer counts alone', () => {
  const clock = new ServerClock()
  clock.note({ serverMs: noon, askedAt: 0, answeredAt: 20 })
  clock.note({ serverMs: noon + 600_000, askedAt: 1000, answeredAt: 1400 })
  expect(clock.at(1200)).toBe(noon + 600_000)
})

test('an answer without a time changes nothing', () => {
  const clock = new ServerClock()
  clock.note({ serverMs: Number.NaN, askedAt: 0, answeredAt: 20 })
  expect(clock.at(0)).toBeNull()
})

test('paused it stands still, and minutes that are added are there', () => {
  const paused = { state: 'paused', leftMs: 61_000, totalMs: 480_000 } as const
  expect(timerAt(paused, noon)).toEqual(timerAt(paused, noon + day))
  expect(timerAt(running(30_000 + 60_000, 540_000), noon)).toEqual({
    ...{ state: 'running', leftMs: 90_000, totalMs: 540_000 },
  })
  expect(timerAt(running(-5000), noon)).toMatchObject({ state: 'over', leftMs: 0 })
  expect(timerAt(null, noon)).toBeNull()
})

test('reads 0:00 only when it is over, and changes on the second', () => {
  expect([480_000, 59_999, 1, 0, 3_661_000].map(clockFace)).toEqual([
    ...['8:00', '1:00', '0:01', '0:00', '1:01:01'],
  ])
  expect([1500, 1000, 3].map(nextTickMs)).toEqual([500, 1000, 20])
})

test('the half, the last minute and the end are said once each', () => {
  const sight = (leftMs: number, totalMs = 480_000) => timerAt(running(leftMs, totalMs), noon)
  const said = (marks: number[], totalMs?: number) =>
    marks
      .slice(1)
      .map((left, i) => callBetween(sight(marks[i] ?? 0, totalMs), sight(left, totalMs)))
  expect(said([241_000, 240_000, 239_000, 60_500, 59_900, 500, 0, -1000])).toEqual([
    ...['half', null, null, 'minute', null, 'end', null],
  ])
  // Half of two minutes is the last one; of half a minute only the end is worth words.
  expect(said([61_000, 60_000, 0], 120_000)).toEqual(['minute', 'end'])
  expect(said([16_000, 15_000, 0], 30_000)).toEqual([null, 'end'])
})

test('who comes in late, or sees it added to or paused, hears nothing', () => {
  expect(callBetween(null, timerAt(running(0), noon))).toBeNull()
  const before = timerAt(running(30_000), noon)
  expect(callBetween(before, timerAt(running(90_000), noon))).toBeNull()
  const paused = timerAt({ state: 'paused', leftMs: 30_000, totalMs: 480_000 }, noon)
  expect(callBetween(timerAt(running(61_000), noon), paused)).toBeNull()
})
