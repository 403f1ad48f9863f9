import { describe, expect, it } from 'vitest'
import { readSaidField } from './read-said'

const held = { ids: ['a', 'b'], x: 1, y: -2 }

describe('what somebody says they hold in their hand', () => {
  it('is passed on as names and numbers, and nothing beside them', () => {
    expect(readSaidField('held', { ...held, more: 'x' })).toEqual(held)
    expect(readSaidField('held', null)).toBeNull()
  })

  it.each([
    ['no names', { ...held, ids: undefined }],
    ['names that are none', { ...held, ids: [1] }],
    ['more than a hand holds', { ...held, ids: Array.from({ length: 25 }, (_, n) => `n${n}`) }],
    ['no number', { ...held, x: Number.NaN }],
  ])('[S12] is not passed on with %s', (_, value) => {
    expect(readSaidField('held', value)).toBeUndefined()
  })
})
