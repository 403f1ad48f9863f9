import { expect, it } from 'vitest'
import { opened, roomVisits, type } from './room-visits'

const { place, visit, reconnect } = roomVisits()

it('[S16] says how full a room is as soon as the server warns of it, and until it no longer does', async () => {
  const ada = visit()
  await place.server.settle()
  expect(opened(ada).fullPercent).toBe(null)
  place.server.tellFill(84)
  await place.server.settle()
  expect(opened(ada).fullPercent).toBe(84)
  place.server.tellFill(42)
  await place.server.settle()
  expect(opened(ada).fullPercent).toBe(null)
})

it('[S16] keeps the warning over a broken line without a blink', async () => {
  place.server.fullPercent = 91
  const ada = visit()
  await place.server.settle()
  const seen = new Set([opened(ada).fullPercent])
  ada.shown.subscribe(() => seen.add(opened(ada).fullPercent))
  place.server.closeAll('restarting')
  type(ada, 'offline')
  await reconnect()
  expect(opened(ada).saving.read().kind).toBe('saved')
  expect([...seen]).toEqual([91])
})

it('[S16] drops the warning when the room has space again after a broken line', async () => {
  place.server.fullPercent = 91
  const ada = visit()
  await place.server.settle()
  place.server.fullPercent = null
  place.server.closeAll('restarting')
  await reconnect()
  expect(opened(ada).fullPercent).toBe(null)
})

it('[S16] still warns after what was too large was taken back', async () => {
  place.server.fullPercent = 99
  const ada = visit()
  await place.server.settle()
  place.server.refuseNext = 'too-large'
  type(ada, 'too much of it')
  await place.server.settle()
  expect(opened(ada).refused?.reason).toBe('too-large')
  expect(opened(ada).fullPercent).toBe(99)
})
