import { expect, test } from 'vitest'
import { isInJournal, roomKinds } from './room-name'

test('[S18] of all kinds of rooms sections and their forks forget, and are on no device unasked', () => {
  expect(roomKinds.filter(isInJournal)).toEqual(['section', 'section-suggestion'])
})
