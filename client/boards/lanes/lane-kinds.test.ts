import type { Card } from '@atelier/shared/boards/card'
import type { Label } from '@atelier/shared/boards/label'
import type { Outcome } from '@atelier/shared/outcomes/outcome'
import type { PersonCard } from '@atelier/shared/people/person'
import { expect, test } from 'vitest'
import { laneStep, lanesOf, takesCards } from './lane-kinds'
import { noLane } from './lanes'

const person = (id: string, department: string | null) =>
  [id, { id, name: id, department } as PersonCard] as const
const people = new Map([
  person('zoe', 'Tooling'),
  person('ana', 'Quality'),
  person('ben', 'Quality'),
  person('cleo', null),
])
const outcomes = [
  { id: 'o2', name: 'Measures', archived: false },
  { id: 'o1', name: 'Explains', archived: true },
  { id: 'o3', name: 'Never used', archived: true },
] as Outcome[]
const world = { people, outcomes, labels: [{ id: 'l1', name: 'Safety' }] as Label[] }
const card = (assignees: string[], labels: string[] = []) =>
  ({ id: 'x', assignees, labels }) as unknown as Card
const step = (
  kind: 'person' | 'department' | 'label',
  from: string | null,
  to: string,
  one: Card,
) => laneStep(kind, { from, to }, [one], world)

test('another person gets the card instead of the former one, and in the lane of nobody all lose it', () => {
  expect(step('person', 'ana', 'ben', card(['ana', 'cleo']))).toEqual({
    ...{ fact: 'person', take: ['ana'], choices: ['ben'] },
  })
  expect(step('person', 'ana', noLane, card(['ana', 'cleo']))).toMatchObject({
    ...{ take: ['ana', 'cleo'], choices: [] },
  })
})

test('a card for another department is taken from the people of the former one, and somebody there is asked for', () => {
  expect(step('department', 'Tooling', 'Quality', card(['zoe', 'cleo']))).toEqual({
    ...{ fact: 'person', take: ['zoe'], choices: ['ana', 'ben'] },
  })
})

test('nobody is asked where somebody of the department has the card already', () => {
  const both = card(['ana', 'zoe'])
  expect(step('department', 'Tooling', 'Quality', both)).toMatchObject({
    ...{ take: ['zoe'], choices: [] },
  })
})

test('in the lane of no department only those who have none keep the card', () => {
  const all = card(['ana', 'cleo', 'zoe'])
  expect(step('department', 'Quality', noLane, all)).toMatchObject({ take: ['ana', 'zoe'] })
})

test('a new card gets what its lane stands for', () => {
  expect(laneStep('label', { from: null, to: 'l1' }, [], world)).toEqual({
    ...{ fact: 'label', take: [], choices: ['l1'] },
  })
  expect(laneStep('department', { from: null, to: 'Tooling' }, [], world).choices).toEqual(['zoe'])
  expect(laneStep('person', { from: null, to: noLane }, [], world).choices).toEqual([])
})

test('no card can be brought to somebody who left', () => {
  const kept = card(['gone'])
  expect(lanesOf([kept], 'person', world).map(({ id }) => id)).toContain('gone')
  expect(takesCards('person', 'gone', world)).toBe(false)
  expect(takesCards('person', 'ana', world)).toBe(true)
  expect(takesCards('person', noLane, world)).toBe(true)
})

test('outcomes are lanes in the project’s order; what is put away or gone shows its cards, and takes no more', () => {
  const towards = (...outcomes: string[]) => ({ ...card([]), outcomes }) as Card
  const lanes = lanesOf([towards('o1', 'gone'), towards('o2')], 'outcome', world)
  expect(lanes.map(({ id }) => id)).toEqual(['o2', 'o1', 'gone', noLane])
  const takes = lanes.map(({ id }) => takesCards('outcome', id, world))
  expect(takes).toEqual([true, false, false, true])
  const from = (lane: string, to: string) =>
    laneStep('outcome', { from: lane, to }, [towards('gone', 'o1')], world)
  expect(from('gone', 'o2')).toEqual({ fact: 'outcome', take: ['gone'], choices: ['o2'] })
  expect(from('gone', noLane)).toMatchObject({ take: ['gone', 'o1'], choices: [] })
})
