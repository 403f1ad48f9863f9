import { expect, test } from 'vitest'
import { FairQueue } from './fair-queue'

test('whoever asks for one thing waits for one of those who ask for many, and not for all of them', () => {
  const queue = new FairQueue<string>()
  for (const item of ['ada 1', 'ada 2', 'ada 3']) queue.add('ada', item)
  queue.add('ben', 'ben 1')
  queue.add('ada', 'ada 4')
  queue.add('cem', 'cem 1')
  const order = []
  for (let item = queue.take(); item !== null; item = queue.take()) order.push(item)
  expect(order).toEqual(['ada 1', 'ben 1', 'cem 1', 'ada 2', 'ada 3', 'ada 4'])
  expect(queue.size).toBe(0)
})
