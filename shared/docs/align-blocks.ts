/**
 * Which block of one list became which of another. Both keep their order, so what was moved is gone
 * in one place and new in the other. Equal blocks that stand once in each list hold the rest in
 * place; between them, those that share most of their words belong together.
 */
import type { Node } from '@tiptap/pm/model'
import { type Alike, likenessOfBlocks } from './likeness'

/** Places in the two lists. */
export type Pair = readonly [a: number, b: number]

/** Where more could be compared with each other, only those near the straight line are. */
const mostCompared = 200_000

export function alignBlocks(
  a: readonly Node[],
  b: readonly Node[],
  alike: Alike = likenessOfBlocks,
): Pair[] {
  let start = 0
  while (start < a.length && start < b.length && isSame(a[start], b[start])) start++
  let endA = a.length
  let endB = b.length
  while (endA > start && endB > start && isSame(a[endA - 1], b[endB - 1])) {
    endA--
    endB--
  }
  const anchors: Pair[] = [
    ...Array.from({ length: start }, (_, i): Pair => [i, i]),
    ...uniqueMatches(a, b, [start, endA], [start, endB]),
    ...Array.from({ length: a.length - endA }, (_, i): Pair => [endA + i, endB + i]),
  ]
  return withGapsPaired(a, b, anchors, alike)
}

const isSame = (a: Node | undefined, b: Node | undefined): boolean =>
  a !== undefined && b !== undefined && a.eq(b)

type Range = readonly [from: number, to: number]

/** Blocks that stand exactly once in each, as far as they come in the same order (patience). */
function uniqueMatches(a: readonly Node[], b: readonly Node[], inA: Range, inB: Range): Pair[] {
  const onceInA = placesOfUnique(a, inA)
  const onceInB = placesOfUnique(b, inB)
  const matches: Pair[] = []
  for (const [key, placeA] of onceInA) {
    const placeB = onceInB.get(key)
    if (placeA !== null && typeof placeB === 'number') matches.push([placeA, placeB])
  }
  return longestRising(matches)
}

function placesOfUnique(blocks: readonly Node[], [from, to]: Range): Map<string, number | null> {
  const places = new Map<string, number | null>()
  for (let place = from; place < to; place++) {
    const key = JSON.stringify(blocks[place])
    places.set(key, places.has(key) ? null : place)
  }
  return places
}

/** The longest run of pairs, sorted by their first, in which the second rises too. */
function longestRising(pairs: readonly Pair[]): Pair[] {
  const tails: number[] = []
  const before: number[] = []
  pairs.forEach(([, value], i) => {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[tails[middle] ?? 0]?.[1] ?? 0) < value) low = middle + 1
      else high = middle
    }
    before[i] = low > 0 ? (tails[low - 1] ?? -1) : -1
    tails[low] = i
  })
  const run: Pair[] = []
  for (let i = tails.at(-1) ?? -1; i >= 0; i = before[i] ?? -1) {
    const pair = pairs[i]
    if (pair) run.push(pair)
  }
  return run.reverse()
}

function withGapsPaired(
  a: readonly Node[],
  b: readonly Node[],
  anchors: readonly Pair[],
  alike: Alike,
): Pair[] {
  const pairs: Pair[] = []
  let [fromA, fromB] = [0, 0]
  for (const [toA, toB] of [...anchors, [a.length, b.length] as const]) {
    for (const [i, j] of likeliest(a.slice(fromA, toA), b.slice(fromB, toB), alike)) {
      pairs.push([fromA + i, fromB + j])
    }
    if (toA < a.length || toB < b.length) pairs.push([toA, toB])
    fromA = toA + 1
    fromB = toB + 1
  }
  return pairs
}

/** The pairs that are most alike altogether, by dynamic programming near the straight line. */
function likeliest(a: readonly Node[], b: readonly Node[], alike: Alike): Pair[] {
  const [only, other] = [a[0], b[0]]
  if (!only || !other) return []
  if (a.length === 1 && b.length === 1 && only.type === other.type) return [[0, 0]]
  const likeness = alike(a, b)
  const reach = Math.min(b.length, Math.ceil(mostCompared / a.length / 2))
  const width = 2 * reach + 1
  const best = new Float64Array((a.length + 1) * (width + 1))
  const taken = new Uint8Array(best.length)
  const line = (i: number) => Math.round((i * b.length) / a.length)
  // What lies outside the band counts as nothing.
  const cell = (i: number, j: number) => {
    const off = j - line(i) + reach
    return off < 0 || off > width ? -1 : i * (width + 1) + off
  }
  const score = (i: number, j: number) => best[cell(i, j)] ?? 0
  for (let i = a.length - 1; i >= 0; i--) {
    const last = Math.min(b.length - 1, line(i) + reach)
    for (let j = last; j >= Math.max(0, line(i) - reach); j--) {
      const like = likeness(i, j)
      const paired = like > 0 ? like + score(i + 1, j + 1) : 0
      const skipped = Math.max(score(i + 1, j), score(i, j + 1))
      best[cell(i, j)] = Math.max(paired, skipped)
      taken[cell(i, j)] = paired > 0 && paired >= skipped ? 1 : 0
    }
  }
  return follow(a.length, b.length, (i, j) => {
    if (taken[cell(i, j)] === 1) return 'both'
    return score(i + 1, j) >= score(i, j + 1) ? 'a' : 'b'
  })
}

function follow(m: number, n: number, step: (i: number, j: number) => 'both' | 'a' | 'b'): Pair[] {
  const pairs: Pair[] = []
  let [i, j] = [0, 0]
  while (i < m && j < n) {
    const way = step(i, j)
    if (way === 'both') pairs.push([i, j])
    if (way !== 'b') i++
    if (way !== 'a') j++
  }
  return pairs
}
