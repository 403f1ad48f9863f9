// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useTouchDrag } from './use-touch-drag'

const desk = vi.hoisted(() => ({ current: {} as Record<string, unknown> }))
const setLocalStateField = vi.fn()
const move = vi.hoisted(() => vi.fn())
vi.mock('./board-context', () => ({ useDesk: () => desk.current }))
vi.mock('./use-move-card', () => ({ useMoveCard: () => move }))
vi.mock('./drop-place', () => ({
  dropPlaceAt: () => ({ column: 'done', spot: 0, lane: null, line: {} }),
}))
vi.mock('./edge-scroll', () => ({ scrollNear: () => false }))

beforeEach(() => {
  vi.useFakeTimers()
  move.mockReset()
  document.body.innerHTML =
    '<div id="board"><div role="row" class="board-card" data-key="one"></div></div>'
  desk.current = {
    room: { awareness: { setLocalStateField } },
    store: { read: () => ({ columns: [], labels: [] }) },
    selection: { read: () => new Set() },
    ...{ people: [], outcomes: [], editable: true },
  }
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

function finger(type: string, ...at: { clientX: number; clientY: number }[]): void {
  const event = new Event(type, { bubbles: true, cancelable: true })
  act(() => {
    document.querySelector('.board-card')?.dispatchEvent(Object.assign(event, { touches: at }))
  })
}

test('a held card stays in the hand while it becomes known who is in the project', () => {
  const board = { current: document.querySelector<HTMLElement>('#board') }
  const { result, rerender } = renderHook(() => useTouchDrag(board))
  finger('touchstart', { clientX: 10, clientY: 10 })
  act(() => void vi.advanceTimersByTime(300))
  expect(result.current?.id).toBe('one')
  desk.current = { ...desk.current, people: [{ id: 'ben' }], outcomes: [{ id: 'welding' }] }
  rerender()
  expect(result.current?.id).toBe('one')
  finger('touchmove', { clientX: 80, clientY: 20 })
  finger('touchend')
  expect(move).toHaveBeenCalledWith(['one'], { column: 'done', spot: 0, lane: null })
  expect(result.current).toBe(null)
})
