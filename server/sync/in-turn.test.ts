import { expect, test } from 'vitest'
import { settled, TestClock } from '../testing/test-clock'
import { docRoom, roomId, world } from '../testing/two-people'
import { inTurn } from './in-turn'

test('[S15] so many at once, the rest in order, and a failure is no reason to stop', async () => {
  const queue = inTurn(2, new TestClock())
  const begun: number[] = []
  const ends: (() => void)[] = []
  const results = [0, 1, 2, 3].map((n) =>
    queue(async () => {
      begun.push(n)
      await new Promise<void>((resolve) => ends.push(resolve))
      if (n === 1) throw new Error('one fails')
      return n
    }),
  )
  const outcomes = Promise.allSettled(results)
  await settled()
  expect(begun).toEqual([0, 1])
  ends[1]?.()
  await settled()
  expect(begun).toEqual([0, 1, 2])
  for (const end of ends) end()
  await settled()
  for (const end of ends) end()
  const said = (await outcomes).map((one) => (one.status === 'fulfilled' ? one.value : 'failed'))
  expect(said).toEqual([0, 'failed', 2, 3])
})

test('[S15] what is never answered keeps nobody waiting for ever', async () => {
  const clock = new TestClock()
  const queue = inTurn(1, clock)
  queue(() => new Promise(() => undefined)).catch(() => undefined)
  let isDone = false
  const second = queue(async () => {
    isDone = true
  })
  await settled()
  expect(isDone).toBe(false)
  await clock.advance(5000)
  await second
  expect(isDone).toBe(true)
})

test('[S15] five hundred come back at once: few ask at a time, and all of them are let in', async () => {
  const place = world()
  let asking = 0
  let most = 0
  place.beforeAnswer = async () => {
    most = Math.max(most, ++asking)
    await new Promise((resolve) => setImmediate(resolve))
    asking--
  }
  const people = await Promise.all(
    Array.from({ length: 500 }, (_, n) => place.join(`person-${n}`, 'write', { room: docRoom })),
  )
  while (people.some(({ client }) => client.welcome === null)) await settled()
  expect(most).toBeGreaterThan(1)
  expect(most).toBeLessThanOrEqual(64)
  expect(place.store.rows(roomId)).toHaveLength(0)
})
