import { expect, test } from 'vitest'
import { nudgedTo } from './nudge'

const cards = (...ids: string[]) => ids.map((id) => ({ id }))
const columns = [
  { id: 'todo', cards: cards('a', 'b', 'c') },
  { id: 'doing', cards: cards('d') },
  { id: 'done', cards: [] },
]

test.each([
  ['a', 'ArrowDown', { column: 'todo', spot: { after: 'b' } }],
  ['b', 'ArrowUp', { column: 'todo', spot: { before: 'a' } }],
  ['a', 'ArrowRight', { column: 'doing', spot: { before: 'd' } }],
  ['c', 'ArrowRight', { column: 'doing', spot: 'end' }],
  ['d', 'ArrowRight', { column: 'done', spot: 'end' }],
  ['d', 'ArrowLeft', { column: 'todo', spot: { before: 'a' } }],
])('%s goes by %s', (id, key, to) => expect(nudgedTo(columns, id, key)).toEqual(to))

test.each([
  ['a', 'ArrowUp'],
  ['c', 'ArrowDown'],
  ['a', 'ArrowLeft'],
  ['nobody', 'ArrowDown'],
  ['a', 'Home'],
])('%s stays by %s', (id, key) => expect(nudgedTo(columns, id, key)).toBe(null))

test('Home and End take it to the ends of its column', () => {
  expect(nudgedTo([{ id: 'a', cards: [{ id: '1' }, { id: '2' }] }], '1', 'End')).toEqual({
    column: 'a',
    spot: 'end',
  })
  expect(nudgedTo([{ id: 'a', cards: [{ id: '1' }, { id: '2' }] }], '2', 'Home')).toEqual({
    column: 'a',
    spot: 'top',
  })
})
