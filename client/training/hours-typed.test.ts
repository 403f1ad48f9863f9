import { expect, test } from 'vitest'
import { hoursTyped, minutesOf } from './hours-typed'

test('hours are read as they are typed in either language, or as a clock', () => {
  expect(['1.5', '1,5', '1:30', ' 2 ', '', 'x', '-1', '999'].map(minutesOf)).toEqual([
    ...[90, 90, 90, 120, 0, 0, 0, 10_080],
  ])
  expect([90, 0, 20].map(hoursTyped)).toEqual(['1.5', '', '0.33'])
})
