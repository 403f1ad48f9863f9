import { expect, test, vi } from 'vitest'
import { RoomSlots } from './room-slots'

test('a page is in so many rooms at once and no more; who waits is told when one is left', () => {
  const slots = new RoomSlots(2)
  expect([slots.take('a'), slots.take('b'), slots.take('c')]).toEqual([true, true, false])
  const heard = vi.fn()
  const stop = slots.wait(heard)
  slots.free('a')
  expect(heard).toHaveBeenCalledOnce()
  expect([slots.take('c'), slots.take('a')]).toEqual([true, false])
  stop()
  slots.free('c')
  expect(heard).toHaveBeenCalledOnce()
})

test('a room that is shown twice has one place until both are gone', () => {
  const slots = new RoomSlots(1)
  slots.take('a')
  expect([slots.take('a'), slots.take('b')]).toEqual([true, false])
  slots.free('a')
  expect(slots.take('b')).toBe(false)
  slots.free('a')
  expect(slots.take('b')).toBe(true)
})
