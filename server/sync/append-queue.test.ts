import { expect, test } from 'vitest'
import { settled, TestClock } from '../testing/test-clock'
import { AppendQueue } from './append-queue'
import { RoomGone } from './room-store'

/** A queue before a database that answers each append when the test says so. */
function queue() {
  const asked: { update: number; commit(): void; fail(error?: Error): void }[] = []
  const told: number[] = []
  const clock = new TestClock()
  const it = new AppendQueue({
    append: (update) =>
      new Promise((commit, fail) =>
        asked.push({
          update: update[0] ?? 0,
          commit,
          fail: (error = new Error('disk full')) => fail(error),
        }),
      ),
    clock,
    onStored: () => told.push(it.stored),
    onAppendTrouble: () => undefined,
    onGone: () => told.push(-1),
  })
  const add = (...updates: number[]) => updates.map((n) => it.add(new Uint8Array([n]), null))
  const given = () => asked.map(({ update }) => update)
  return { it, add, asked, given, told, clock }
}

test('[S1] an update counts as stored only when all before it are', async () => {
  const { it, add, asked, told } = queue()
  add(1, 2, 3)
  asked[2]?.commit()
  asked[1]?.commit()
  await settled()
  expect(it.stored).toBe(0)
  asked[0]?.commit()
  await settled()
  expect(told).toEqual([3])
  expect(it.unstoredBytes).toBe(0)
})

test('[S2] what failed is given again first, what came since after it', async () => {
  const { it, add, asked, given, clock } = queue()
  add(1)
  asked[0]?.fail()
  await settled()
  add(2)
  expect(given()).toEqual([1])
  await clock.advance(250)
  expect(given()).toEqual([1, 1, 2])
  asked[1]?.commit()
  asked[2]?.commit()
  await it.whenStored()
  expect(it.isEmpty).toBe(true)
})

test('[S2] what is added while a second try is under way is not forgotten', async () => {
  const { it, add, asked, given, clock } = queue()
  add(1)
  asked[0]?.fail()
  await settled()
  await clock.advance(250)
  add(2)
  asked[1]?.commit()
  await settled()
  expect(given()).toEqual([1, 1, 2])
  asked[2]?.commit()
  await it.whenStored()
})

test('[S2] it never gives up, but waits longer and longer', async () => {
  const { add, asked, clock } = queue()
  add(1)
  for (let i = 0; i < 20; i++) {
    asked.at(-1)?.fail()
    await settled()
    await clock.advance(10_000)
  }
  expect(asked).toHaveLength(21)
  asked.at(-1)?.fail()
  await settled()
  await clock.advance(5000)
  expect(asked).toHaveLength(21)
})

test('of a room that is gone nothing is tried again, nothing kept, and nobody waits for it', async () => {
  const { it, add, asked, given, told, clock } = queue()
  add(1, 2)
  const waiting = it.whenStored()
  asked[1]?.fail()
  asked[0]?.fail(new RoomGone())
  await waiting
  add(3)
  await clock.advance(60_000)
  expect([it.isGone, it.isEmpty, it.unstoredBytes, it.stored]).toEqual([true, true, 0, 0])
  expect(given()).toEqual([1, 2])
  expect(told).toEqual([-1])
})
