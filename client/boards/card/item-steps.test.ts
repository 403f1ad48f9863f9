import type { Checklist } from '@atelier/shared/boards/checklist'
import { expect, test } from 'vitest'
import { itemStep } from './item-steps'

const list = (id: string, items: string): Checklist => ({
  id,
  order: 'a0',
  name: id,
  items: [...items].map((item) => ({ id: item, order: 'a0', text: item, done: false })),
})
const lists = [list('one', 'abc'), list('none', ''), list('two', 'd')]

test('an item goes past its neighbour, and past the end of its list into the next', () => {
  expect(itemStep(lists, 'b', -1)).toEqual({ list: 'one', spot: { before: 'a' } })
  expect(itemStep(lists, 'b', 1)).toEqual({ list: 'one', spot: { after: 'c' } })
  expect(itemStep(lists, 'c', 1)).toEqual({ list: 'none', spot: 'top' })
  expect(itemStep(lists, 'd', -1)).toEqual({ list: 'none', spot: 'end' })
  expect(itemStep(lists, 'a', -1)).toBeNull()
  expect(itemStep(lists, 'd', 1)).toBeNull()
  expect(itemStep(lists, 'gone', 1)).toBeNull()
})
