import { expect, test } from 'vitest'
import { settled, TestClock } from '../testing/test-clock'
import { CatchUp } from './catch-up'

function reading() {
  const clock = new TestClock()
  let reads = 0
  const catchUp = new CatchUp({
    clock,
    async read() {
      reads++
      throw new Error('the store is away')
    },
    onTrouble: () => undefined,
  })
  return { clock, catchUp, reads: () => reads }
}

test('[S17] a log that could not be read is read again, later and later', async () => {
  const { clock, catchUp, reads } = reading()
  catchUp.ask()
  await settled()
  expect(reads()).toBe(1)
  await clock.advance(10_000)
  expect(reads()).toBe(4)
})

test('[S10] a room that was put away reads its log no more', async () => {
  const { clock, catchUp, reads } = reading()
  catchUp.ask()
  catchUp.close()
  await settled()
  catchUp.ask()
  await clock.advance(3_600_000)
  expect(reads()).toBe(1)
})
