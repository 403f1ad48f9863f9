/** How much two blocks have in common, from what they say. */
import type { Node } from '@tiptap/pm/model'
import { wordsOf } from './words'

type Counts = ReadonlyMap<string, number>

const alikeFrom = 0.5

/** Of two lists, how much the one in one place has in common with the one in another. */
export type Alike = (a: readonly Node[], b: readonly Node[]) => (i: number, j: number) => number

export const likenessOfBlocks: Alike = (a, b) => {
  const wordsA = a.map(wordCounts)
  const wordsB = b.map(wordCounts)
  return (i, j) => likeness([a[i], wordsA[i]], [b[j], wordsB[j]])
}

/** From 0 to 1, and 0 for what nobody would call the same block. */
function likeness(
  [a, wordsA]: readonly [Node | undefined, Counts | undefined],
  [b, wordsB]: readonly [Node | undefined, Counts | undefined],
): number {
  if (!a || !b || !wordsA || !wordsB) return 0
  if (a.type !== b.type && (a.isLeaf || b.isLeaf || a.inlineContent !== b.inlineContent)) return 0
  const sameKind = a.type === b.type && a.sameMarkup(b) ? 0.01 : 0
  if (wordsA.size === 0 || wordsB.size === 0) return likenessOfEmpty(a, b, wordsA, wordsB, sameKind)
  let shared = 0
  for (const [word, count] of wordsA) shared += Math.min(count, wordsB.get(word) ?? 0)
  const [sizeA, sizeB] = [sizeOf(wordsA), sizeOf(wordsB)]
  const alike = areTables(a, b) ? shared / Math.min(sizeA, sizeB) : (2 * shared) / (sizeA + sizeB)
  return alike >= alikeFrom ? alike + sameKind : 0
}

const sizeOf = (words: Counts): number => [...words.values()].reduce((all, count) => all + count, 0)

/** A table that got many rows or columns is the same, and one that lost them. */
const areTables = (a: Node, b: Node): boolean =>
  a.type === b.type && a.type.spec.tableRole === 'table'

/** What was empty may be what somebody began to write in. */
function likenessOfEmpty(a: Node, b: Node, wordsA: Counts, wordsB: Counts, sameKind: number) {
  if (a.type !== b.type) return 0
  return wordsA.size === wordsB.size ? 1 + sameKind : 0.1
}

/** Of a leaf, its attributes: a picture is known by its file. */
export function wordCounts(block: Node): Map<string, number> {
  const counts = new Map<string, number>()
  const add = (word: string) => counts.set(word, (counts.get(word) ?? 0) + 1)
  if (block.isLeaf) addAttributes(block, add)
  else {
    block.descendants((inner) => {
      if (inner.isText) for (const word of wordsOf(inner.text ?? '')) add(word)
      else if (inner.isLeaf) addAttributes(inner, add)
    })
  }
  return counts
}

function addAttributes({ type, attrs }: Node, add: (word: string) => void): void {
  for (const [name, value] of Object.entries(attrs)) {
    const standard = type.spec.attrs?.[name]?.default
    if (value === standard || value === null) continue
    if (typeof value === 'string') for (const word of wordsOf(value)) add(`${name}:${word}`)
    else add(`${name}:${JSON.stringify(value)}`)
  }
}
