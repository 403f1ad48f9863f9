import { generateKeyBetween } from 'fractional-indexing'
import * as random from 'lib0/random'

const longestKey = 2048
const shape = /^[A-Za-z][0-9A-Za-z]+$/

/** Whether another key can be placed beside this one. Anything may stand in a room's document. */
export function isOrderKey(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > longestKey || !shape.test(value)) return false
  try {
    generateKeyBetween(value, null)
    return true
  } catch {
    // The library's only way to say "not a key of mine".
    return false
  }
}

/**
 * A key between two others (null: no neighbour), with a random tail: two people who place
 * something at the same spot at the same moment get two different keys.
 * The neighbours must be valid keys, `before` smaller than `after`.
 */
export function orderBetween(before: string | null, after: string | null): string {
  const middle = generateKeyBetween(before, after)
  let low = before === null ? generateKeyBetween(null, middle) : middle
  let high = before === null ? middle : generateKeyBetween(middle, after)
  // Appending digits could step past `after`; halving the gap at random cannot.
  for (let bits = random.uint32() & 0xffffff, left = 24; left > 0; left--, bits >>>= 1) {
    const halfway = generateKeyBetween(low, high)
    if (bits & 1) low = halfway
    else high = halfway
  }
  return generateKeyBetween(low, high)
}

type Ordered = { id: string; order: string }

/** A total order: valid keys first, ties by id. */
export function byOrder(a: Ordered, b: Ordered): number {
  if (a.order !== b.order) {
    if (a.order === '') return 1
    if (b.order === '') return -1
    return a.order < b.order ? -1 : 1
  }
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/** Where among its neighbours something goes. A neighbour that is not there means the end. */
export type Spot = 'top' | 'end' | { before: string } | { after: string }

/**
 * The key that puts `id` at the spot among `siblings` (in order; `id` itself may be one of them).
 * Neighbours without a usable key, or tied, are stepped over.
 */
export function orderAt(siblings: readonly Ordered[], id: string, spot: Spot): string {
  const others = siblings.filter((sibling) => sibling.id !== id && sibling.order !== '')
  const index = indexOfSpot(others, spot)
  const before = others[index - 1]?.order ?? null
  const after = others.slice(index).find((other) => before === null || other.order > before)
  return orderBetween(before, after?.order ?? null)
}

function indexOfSpot(siblings: readonly Ordered[], spot: Spot): number {
  if (spot === 'top') return 0
  if (spot === 'end') return siblings.length
  const neighbour = 'before' in spot ? spot.before : spot.after
  const found = siblings.findIndex((sibling) => sibling.id === neighbour)
  if (found < 0) return siblings.length
  return 'before' in spot ? found : found + 1
}
