// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { followPointer } from './follow-pointer'

let stop = () => {}
const told = {
  grab: vi.fn((target: HTMLElement) => target.dataset.card ?? null),
  held: vi.fn(),
  dropped: vi.fn(),
  ended: vi.fn(),
}

const element = (id: string) => document.getElementById(id) as HTMLElement
const point = (on: EventTarget, type: string, x: number, more: PointerEventInit = {}) =>
  on.dispatchEvent(
    new PointerEvent(type, {
      bubbles: true,
      pointerId: 1,
      isPrimary: true,
      button: 0,
      pointerType: 'mouse',
      clientX: x,
      clientY: 0,
      ...more,
    }),
  )

beforeEach(() => {
  vi.clearAllMocks()
  document.body.innerHTML = '<div id="root"><b id="a" data-card="a">a</b><b id="none">-</b></div>'
  stop = followPointer<string>(element('root'), () => null, told)
})
afterEach(() => stop())

test('what is pulled is held, and put down where the pointer leaves it', () => {
  point(element('a'), 'pointerdown', 10)
  point(window, 'pointermove', 12)
  expect(told.held).not.toHaveBeenCalled()
  point(window, 'pointermove', 40)
  expect(told.held).toHaveBeenLastCalledWith('a', 40, 0)
  point(window, 'pointerup', 50)
  expect(told.dropped).toHaveBeenCalledWith('a', 50, 0)
  expect(told.ended).toHaveBeenCalledOnce()
})

test('the focus that goes along with a press does not let go of it', () => {
  point(element('a'), 'pointerdown', 10)
  element('none').dispatchEvent(new FocusEvent('blur'))
  point(window, 'pointermove', 40)
  expect(told.held).toHaveBeenCalled()
  window.dispatchEvent(new FocusEvent('blur'))
  expect(told.ended).toHaveBeenCalledOnce()
})

test('Escape puts it back, and a finger that moves at once scrolls', () => {
  point(element('a'), 'pointerdown', 10)
  point(window, 'pointermove', 40)
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', cancelable: true }))
  point(window, 'pointerup', 40)
  expect(told.dropped).not.toHaveBeenCalled()
  told.held.mockClear()
  point(element('a'), 'pointerdown', 10, { pointerType: 'touch' })
  point(window, 'pointermove', 40, { pointerType: 'touch' })
  point(window, 'pointerup', 40, { pointerType: 'touch' })
  expect(told.held).not.toHaveBeenCalled()
  expect(told.dropped).not.toHaveBeenCalled()
})

test('what was dragged is not clicked, but a key still opens it afterwards', () => {
  const opened = vi.fn()
  element('a').addEventListener('click', opened)
  point(element('a'), 'pointerdown', 10)
  point(window, 'pointermove', 40)
  point(window, 'pointerup', 40)
  element('a').dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }))
  expect(opened).not.toHaveBeenCalled()
  element('a').dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 0 }))
  expect(opened).toHaveBeenCalledOnce()
})
