import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { DeviceCopy } from './device-copy'
import { FakeDevice } from './fake-device'
import type { Memo } from './offline-copy'
import type { RoomParts } from './room-parts'

const memo = (title: string): Memo => ({
  title,
  unstored: 0,
  welcome: null,
  owedFrom: [],
  refused: null,
})
const letter = (code: number) => new Uint8Array([code])
const kept = (device: FakeDevice) => [device.updates.map(([code]) => code), device.memo?.title]

let device: FakeDevice
let copy: DeviceCopy
let parts: RoomParts

beforeEach(async () => {
  vi.useFakeTimers()
  device = new FakeDevice()
  parts = { openCopy: device.open, reportCopyError: vi.fn() } as unknown as RoomParts
  copy = new DeviceCopy('room', parts, vi.fn())
  await copy.load()
})
afterEach(() => {
  vi.useRealTimers()
})

it('keeps one’s own words once they are painted, behind those of others that came before', async () => {
  copy.append(letter(1), memo('theirs'), false)
  copy.append(letter(2), memo('mine'), true)
  expect(kept(device)).toEqual([[], undefined])
  expect(copy.uncommitted).toBe(1)
  await vi.advanceTimersByTimeAsync(20)
  expect(kept(device)).toEqual([[1, 2], 'mine'])
  expect(copy.uncommitted).toBe(0)
})

it('keeps one’s own words at once where somebody waits for them', () => {
  copy.append(letter(2), memo('mine'), true)
  copy.flush()
  expect(kept(device)).toEqual([[2], 'mine'])
})

it('claims to keep nothing any more once it was erased from outside', () => {
  device.erase()
  expect(copy.isReliable).toBe(false)
  copy.append(letter(2), memo('mine'), true)
  vi.advanceTimersByTime(1_000)
  expect(device.updates).toEqual([])
  expect(copy.uncommitted).toBe(0)
})

it('owes nothing of one’s own that was cleared before it was kept', () => {
  copy.append(letter(2), memo('mine'), true)
  copy.clear(() => memo('cleared'))
  expect(copy.uncommitted).toBe(0)
})

it('keeps the words of others a moment later, without one’s own', () => {
  copy.append(letter(1), memo('one'), false)
  copy.append(letter(2), memo('two'), false)
  vi.advanceTimersByTime(1_000)
  expect(kept(device)).toEqual([[1, 2], 'two'])
})

it('keeps them when the room is left meanwhile', () => {
  copy.append(letter(1), memo('one'), false)
  copy.close()
  expect(kept(device)).toEqual([[1], 'one'])
})

it('writes no older memo over a newer one', () => {
  copy.append(letter(1), memo('older'), false)
  copy.remember(memo('newer'))
  vi.advanceTimersByTime(1_000)
  expect(kept(device)).toEqual([[1], 'newer'])
})

it('keeps nothing of what was there before it was cleared', () => {
  copy.append(letter(1), memo('refused'), false)
  copy.clear(() => memo('cleared'))
  vi.advanceTimersByTime(1_000)
  expect(kept(device)).toEqual([[], 'cleared'])
})
