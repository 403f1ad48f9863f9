import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { byOrder, isOrderKey, orderAt, orderBetween, type Spot } from './order'

describe('order keys', () => {
  test('a key always falls between its neighbours and can be a neighbour itself', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 60 }), (picks) => {
        const keys: string[] = []
        for (const pick of picks) {
          const index = pick % (keys.length + 1)
          const key = orderBetween(keys[index - 1] ?? null, keys[index] ?? null)
          expect(isOrderKey(key)).toBe(true)
          keys.splice(index, 0, key)
        }
        expect(keys).toEqual([...keys].sort((a, b) => (a < b ? -1 : 1)))
        expect(new Set(keys).size).toBe(keys.length)
      }),
      { seed: 4711 },
    )
  })

  test('two people who put a card at the same spot get different keys', () => {
    expect(orderBetween('a0', 'a1')).not.toBe(orderBetween('a0', 'a1'))
  })

  test('a thousand cards put at the top, or always into the same gap, keep short keys', () => {
    let top: string | null = null
    for (let i = 0; i < 1000; i++) top = orderBetween(null, top)
    expect(top?.length).toBeLessThan(12)
    let low = orderBetween(null, null)
    const high = orderBetween(low, null)
    for (let i = 0; i < 1000; i++) low = orderBetween(low, high)
    expect(low.length).toBeLessThan(1000)
  })

  test.each(['', 'a', '__proto__', 'a 0', 'a0ß', 'zz', 'a10', 7, null, undefined, {}])(
    '%j is no key',
    (junk) => {
      expect(isOrderKey(junk)).toBe(false)
    },
  )
})

describe('a spot among siblings', () => {
  const siblings = ['a0', 'a1', 'a2'].map((order, i) => ({ id: `c${i}`, order }))
  const idsAfter = (spot: Spot) =>
    [...siblings, { id: 'new', order: orderAt(siblings, 'new', spot) }]
      .sort(byOrder)
      .map((s) => s.id)
      .join(' ')

  test.each<[Spot, string]>([
    ['top', 'new c0 c1 c2'],
    ['end', 'c0 c1 c2 new'],
    [{ before: 'c1' }, 'c0 new c1 c2'],
    [{ after: 'c1' }, 'c0 c1 new c2'],
    [{ after: 'somebody archived it' }, 'c0 c1 c2 new'],
  ])('%j', (spot, expected) => {
    expect(idsAfter(spot)).toBe(expected)
  })

  test('tied and unusable neighbours never make it fail', () => {
    const tied = [
      { id: 'x', order: 'a1' },
      { id: 'y', order: 'a1' },
      { id: 'z', order: '' },
    ]
    expect(isOrderKey(orderAt(tied, 'new', { after: 'x' }))).toBe(true)
    expect(isOrderKey(orderAt(tied, 'new', { after: 'z' }))).toBe(true)
    expect(tied.sort(byOrder).map((s) => s.id)).toEqual(['x', 'y', 'z'])
  })
})
