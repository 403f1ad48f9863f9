import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { calmed } from './calm-save'
import type { SaveState } from './room'
import type { Watched } from './watched'

const saving: SaveState = { kind: 'saving', changes: 1 }
const saved: SaveState = { kind: 'saved' }
const offline: SaveState = { kind: 'offline', changes: 2, onDevice: true }

let state: SaveState
let tell: () => void
let draws: SaveState[]
let stop: () => void
let calm: Watched<SaveState>
let source: Watched<SaveState>

beforeEach(() => {
  vi.useFakeTimers()
  state = saved
  draws = []
  source = {
    read: () => state,
    subscribe: (listener) => {
      tell = listener
      return () => undefined
    },
  }
  calm = calmed(source)
  stop = calm.subscribe(() => draws.push(calm.read()))
})
afterEach(() => {
  vi.useRealTimers()
})

const become = (next: SaveState) => {
  state = next
  tell()
}

it('shows at once that something is being saved, and a moment later that all is', () => {
  become(saving)
  expect(draws).toEqual([saving])
  become(saved)
  expect(draws).toEqual([saving])
  vi.advanceTimersByTime(1_000)
  expect(draws).toEqual([saving, saved])
})

it('is drawn once while somebody types and every letter is soon saved', () => {
  for (let letter = 0; letter < 100; letter++) {
    become(saving)
    vi.advanceTimersByTime(20)
    become(saved)
    vi.advanceTimersByTime(60)
  }
  expect(draws).toEqual([saving])
})

it('counts what waits for a slow server, though nobody types slower', () => {
  for (let changes = 1; changes <= 20; changes++) {
    become({ kind: 'saving', changes })
    vi.advanceTimersByTime(100)
  }
  expect(draws.length).toBeGreaterThan(3)
  expect(draws.length).toBeLessThan(8)
  expect(draws.at(-1)).toEqual({ kind: 'saving', changes: 20 })
})

it('shows at once that the server is gone', () => {
  become(saving)
  become(offline)
  expect(draws).toEqual([saving, offline])
})

it('comes to “saved” where it was first shown while something was being saved', () => {
  state = saving
  const later = calmed(source)
  later.subscribe(() => draws.push(later.read()))
  become(saved)
  vi.advanceTimersByTime(1_000)
  expect(draws).toEqual([saved])
})

it('comes to “saved” where nobody looked for a while', () => {
  become(saving)
  stop()
  const draw = () => draws.push(calm.read())
  calm.subscribe(draw)
  become(saved)
  vi.advanceTimersByTime(1_000)
  expect(draws).toEqual([saving, saved])
})
