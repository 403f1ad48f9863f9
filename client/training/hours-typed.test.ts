import { expect, test } from 'vitest'
import { hoursTyped, minutesOf } from './hours-typed'

test('hours are read as they are typed in either language, or as a clock', () => {
  expect(['1.5', '1,5', '1:30', ' 2 ', '', '168', '8h', '8 Std.'].map(minutesOf)).toEqual([
    ...[90, 90, 90, 120, 0, 10_080, 480, 480],
  ])
  const unread = ['x', '-1', '1.5.2', '8 o’clock', ':30']
  expect(unread.map(minutesOf)).toEqual(Array(5).fill('unread'))
  expect([90, 0, 20].map(hoursTyped)).toEqual(['1.5', '', '0.33'])
})

test('more than a week has is not made less', () => {
  expect(['200', '168:01', '999h'].map(minutesOf)).toEqual(Array(3).fill('too-many'))
})
