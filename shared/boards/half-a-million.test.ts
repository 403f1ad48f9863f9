/** What somebody hostile can put into one room is read in one go: nothing here may take the square of it. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Entry, Parts } from './board-shape'
import type { Card } from './card'
import { readChecklists } from './checklist'
import { readLearning } from './learning'
import { readRelations } from './relations'

const many = 300_000
const pairs = (id: (nth: number) => string, value: unknown): [string, unknown][] =>
  Array.from({ length: many }, (_, nth) => [id(nth), value])

test('so many helpers of one learner, and so many who are asked and have answered', () => {
  const note = new Y.Doc().getText()
  note.insert(0, 'words')
  const card: Parts = new Map([
    ['helper', pairs((nth) => `a:${nth}`, true)],
    ['asked', pairs((nth) => `${nth}`, '2026-01-01')],
    ['learned', pairs((nth) => `${nth}:x`, note)],
  ])
  const { goals, learned, asked } = readLearning(card)
  expect([goals[0]?.helpers.length, learned.length, asked.length]).toEqual([many, many, 0])
})

test('so many items of one list', () => {
  const item: Entry = new Y.Doc().getMap()
  item.set('place', { list: 'a', order: 'a0' })
  const [list] = readChecklists(new Map([['item', pairs((nth) => `${nth}`, item)]]))
  expect(list?.items.length).toBe(many)
})

test('so many cards that block the same one', () => {
  const cards = new Map<string, Card>(
    pairs((nth) => `${nth}`, null).map(([id]) => [
      id,
      { id, blocks: id === '0' ? [] : ['0'], partOf: null, duplicates: null } as unknown as Card,
    ]),
  )
  expect(readRelations(cards).blockedBy.get('0')?.length).toBe(many - 1)
})
