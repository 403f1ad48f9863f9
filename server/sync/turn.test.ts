import { expect, test } from 'vitest'
import { settled } from '../testing/test-clock'
import { twoPeople } from '../testing/two-people'
import { Turn } from './turn'

const frame = (name: string) => Buffer.from(name)
const words = (frames: readonly Uint8Array[] | undefined) => frames?.map((bytes) => `${bytes}`)

test('everybody is told at once of all that happened in a turn, but nobody of what they did', () => {
  const turn = new Turn()
  turn.add(frame('ana types'), 'ana')
  turn.add(frame('ben types'), 'ben')
  turn.add(frame('the server types'), null)
  const parcel = turn.parcel()
  expect(words(parcel.for('vera', true)?.frames)).toEqual([
    'ana types',
    'ben types',
    'the server types',
  ])
  expect(words(parcel.for('ana', true)?.frames)).toEqual(['ben types', 'the server types'])
  expect(parcel.for('vera', true)).toBe(parcel.for('tom', true))
})

test('of where somebody points only the latest is told, after what was typed', () => {
  const turn = new Turn()
  turn.setPresence(frame('ana here'), 'ana')
  turn.setPresence(frame('ben here'), 'ben')
  turn.setPresence(frame('ana there'), 'ana')
  turn.add(frame('ana types'), 'ana')
  const parcel = turn.parcel()
  expect(words(parcel.for('vera', true)?.frames)).toEqual(['ana types', 'ben here', 'ana there'])
  expect(words(parcel.for('vera', false)?.frames)).toEqual(['ana types'])
  expect(parcel.for('ana', false)).toBeNull()
})

test('a burst of one turn reaches the others in one go, and is stored edit by edit', async () => {
  const place = await twoPeople()
  const { ana, ben, clock } = place
  clock.holdsTurns = true
  for (const letter of 'burst') ana.text.insert(ana.text.length, letter)
  ben.text.insert(0, '!')
  await settled()
  expect(ben.text.toString()).toBe('!')
  expect(ana.client.isSaved).toBe(true)
  clock.endTurn()
  expect(ben.text.toString()).toBe(ana.text.toString())
  expect(ben.text.length).toBe(6)
  expect(place.store.rows('6b1f7c1e-2f65-4e6b-9a3d-0d6f7f6a1c01')).toHaveLength(6)
})
