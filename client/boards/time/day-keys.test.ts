import { expect, test } from 'vitest'
import { dayKey } from './day-keys'

const press = (key: string, held: { altKey?: boolean; shiftKey?: boolean; ctrlKey?: boolean }) => ({
  key,
  altKey: false,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  ...held,
})

test('Alt with an arrow moves by a day or a week, with Shift it draws out', () => {
  expect(dayKey(press('ArrowRight', { altKey: true }), false)).toEqual({ act: 'move', days: 1 })
  expect(dayKey(press('ArrowUp', { altKey: true }), false)).toEqual({ act: 'move', days: -7 })
  expect(dayKey(press('ArrowLeft', { altKey: true, shiftKey: true }), false)).toEqual({
    act: 'resize',
    days: -1,
  })
})

test('where one reads from right to left, later is to the left', () => {
  expect(dayKey(press('ArrowLeft', { altKey: true }), true)).toEqual({ act: 'move', days: 1 })
})

test('no other key moves a card', () => {
  expect(dayKey(press('ArrowRight', {}), false)).toBeNull()
  expect(dayKey(press('ArrowRight', { altKey: true, ctrlKey: true }), false)).toBeNull()
  expect(dayKey(press('n', { altKey: true }), false)).toBeNull()
})
