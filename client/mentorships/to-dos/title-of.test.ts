import { longest } from '@atelier/shared/boards/board-shape'
import { expect, test } from 'vitest'
import { titleOf } from './use-put-on-board'

test('a card takes its words whole, or as many as a title holds', () => {
  expect(titleOf('Lead a shift')).toBe('Lead a shift')
  const title = titleOf('x'.repeat(500))
  expect(title).toHaveLength(longest.cardTitle)
  expect(title.endsWith('…')).toBe(true)
})
