import { expect, test } from 'vitest'
import { withTyped } from './skills'

test('what is typed is among the skills, also several at once, and each once', () => {
  expect(withTyped(['Welding'], ' Measuring ')).toEqual(['Welding', 'Measuring'])
  expect(withTyped(['Welding'], 'Measuring, Welding,, Audits')).toEqual([
    'Welding',
    'Measuring',
    'Audits',
  ])
  expect(withTyped(['Welding'], ' ')).toEqual(['Welding'])
})
