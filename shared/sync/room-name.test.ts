import { expect, test } from 'vitest'
import { isConfidential, isInJournal, roomKinds } from './room-name'

test('[S18] of all kinds of rooms sections, their forks and pads forget', () => {
  expect(roomKinds.filter(isConfidential)).toEqual(['section', 'section-suggestion', 'pad'])
})

test('[S18] sections and their forks are on no device unasked', () => {
  expect(roomKinds.filter(isInJournal)).toEqual(['section', 'section-suggestion'])
})
