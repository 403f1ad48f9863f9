import type { Column } from '@atelier/shared/boards/board'
import type { Card } from '@atelier/shared/boards/card'
import type { Label } from '@atelier/shared/boards/label'
import type { PersonCard } from '@atelier/shared/people/person'
import { expect, test } from 'vitest'
import { lanesOf, lanesOfCard } from './lane-kinds'
import { intoLanes, noLane } from './lanes'

const person = (id: string, name: string, department: string | null) =>
  [id, { id, name, department } as PersonCard] as const
const people = new Map([
  person('a', 'Zoe', 'Tooling'),
  person('b', 'Ana', 'Quality'),
  person('c', 'Ben', 'Quality'),
])
const labels = [
  { id: 'l1', name: 'Safety' },
  { id: 'l2', name: 'Data' },
] as Label[]
const world = { people, labels, outcomes: [] }
const card = (id: string, assignees: string[], own: string[] = []) =>
  ({ id, assignees, labels: own }) as unknown as Card
const column = (id: string, cards: Card[]) => ({ id, cards }) as unknown as Column
const all = [
  card('1', ['a', 'b']),
  card('2', ['b', 'c'], ['l2']),
  card('3', ['gone']),
  card('4', []),
]

test('a card with several people is in the lane of each of them, and is one card', () => {
  const cells = intoLanes([column('x', all)], (one) => lanesOfCard(one, 'person', world))
  const idsIn = (lane: string) =>
    cells
      .get(lane)
      ?.get('x')
      ?.map(({ id }) => id)
  expect(idsIn('a')).toEqual(['1'])
  expect(idsIn('b')).toEqual(['1', '2'])
  expect(idsIn(noLane)).toEqual(['4'])
  expect(cells.get('a')?.get('x')?.[0]).toBe(cells.get('b')?.get('x')?.[0])
})

test('lanes of people go by name, then those who left, then nobody', () => {
  expect(lanesOf(all, 'person', world).map(({ name }) => name)).toEqual([
    ...['Ana', 'Ben', 'Zoe'],
    ...[null, null],
  ])
})

test('a department is a lane once, however many of its people have the card', () => {
  expect(lanesOfCard(all[1] as Card, 'department', world)).toEqual(['Quality'])
  expect(lanesOf(all, 'department', world).map(({ id }) => id)).toEqual([
    ...['Quality', 'Tooling'],
    noLane,
  ])
})

test('labels are lanes in the order of the board', () => {
  expect(lanesOf(all, 'label', world).map(({ id }) => id)).toEqual(['l1', 'l2', noLane])
})

test('a change in one lane leaves the lists of all others as they are', () => {
  const laneOf = (one: Card) => lanesOfCard(one, 'person', world)
  const before = intoLanes([column('x', all)], laneOf)
  const after = intoLanes([column('x', [...all.slice(0, 3), card('4', ['c'])])], laneOf, before)
  expect(after.get('b')).toBe(before.get('b'))
  expect(after.get('c')).not.toBe(before.get('c'))
})
