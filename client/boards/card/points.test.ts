import { expect, test } from 'vitest'
import { readPoints } from './points'

test('points are typed as people write numbers, and rounded to hundredths', () => {
  expect(['3', ' 0 ', '0,5', '1.25', '.5', '2.', '1.009'].map(readPoints)).toEqual([
    3, 0, 0.5, 1.25, 0.5, 2, 1.01,
  ])
  expect(readPoints('  ')).toBeNull()
  expect(readPoints('9999')).toBe(9999)
})

test('whatever is no number of points is told, not guessed', () => {
  for (const typed of ['-1', '1e3', 'three', '10000', '1.2.3', '1 2', '∞', '٣'])
    expect(readPoints(typed)).toBe('wrong')
})
