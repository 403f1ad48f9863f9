/**
 * The difference of two docs, for people: which blocks came and went, and which words in those that
 * stayed. Changes come in the order of the doc and never overlap. All of them make `b` of `a`; any of
 * them make a valid doc (`applyChanges`), so each can be accepted or refused alone. Where a finer
 * change could not, a coarser one stands. Only in a table whose columns changed, columns and rows that
 * came and went belong together (`grid`). The same docs have the same difference on every machine.
 */
import type { Node } from '@tiptap/pm/model'
import { alignBlocks, type Pair } from './align-blocks'
import type { DocChange } from './doc-change'
import { type Choice, holdsEveryMixture, holdsInlineOf } from './every-subset'
import { inlineDifference, kindOf } from './inline-difference'
import type { Grid } from './table-grid'
import { isTable, matchTables, rowsTakeSides } from './table-shape'

export function docDifference(a: Node, b: Node): DocChange[] {
  return contentDifference({ a, b, atA: 0, atB: 0, depth: 0 }) ?? []
}

/** Two blocks that are one, and where their content begins. */
type Twins = {
  a: Node
  b: Node
  atA: number
  atB: number
  depth: number
  /** Of the table that these rows stand in, where its columns changed. */
  grid?: Grid | undefined
}

/** Deeper than this, blocks are replaced as a whole. */
const deepest = 50

/** Null when the two kinds of block cannot hold each other's content. */
function contentDifference(twins: Twins): DocChange[] | null {
  const { a, b, depth, grid } = twins
  if (grid) return blockDifference(twins)
  if (isTable(a) && isTable(b)) return tableDifference(twins)
  if (a.content.eq(b.content)) return holdsAll(b, a) && holdsAll(a, b) ? [] : null
  if (a.inlineContent && b.inlineContent) {
    const mixes = [a, b].every(({ type }) => holdsInlineOf(type, [a, b]))
    return mixes ? moved(inlineDifference(a, b), twins) : wholeContent(twins)
  }
  if (a.inlineContent || b.inlineContent || depth > deepest) return wholeContent(twins)
  return blockDifference(twins) ?? wholeContent(twins)
}

const holdsAll = (a: Node, b: Node) => a.type === b.type || a.type.validContent(b.content)

function wholeContent({ a, b, atA, atB }: Twins): DocChange[] | null {
  if (!holdsAll(a, b) || !holdsAll(b, a)) return null
  const range = { fromA: atA, toA: atA + a.content.size, fromB: atB, toB: atB + b.content.size }
  return [{ kind: kindOf(range), ...range }]
}

const moved = (changes: DocChange[], { atA, atB }: Twins): DocChange[] =>
  changes.map(({ kind, fromA, toA, fromB, toB }) => ({
    kind,
    fromA: atA + fromA,
    toA: atA + toA,
    fromB: atB + fromB,
    toB: atB + toB,
  }))

/** Rows of two widths cannot stand in one table, so where it must be replaced, it is as a whole. */
function tableDifference(twins: Twins): DocChange[] | null {
  const { a, b, depth } = twins
  // A row is never replaced by all of its cells: that would make it longer than the others.
  const match = depth < deepest ? matchTables(a, b) : null
  return match && blockDifference(twins, match.rows, match.grid)
}

/** Null when the parts cannot be mixed at will. */
function blockDifference(
  twins: Twins,
  pairs = twins.grid?.pairs ?? pairsOf(twins.a, twins.b),
  gridInside?: Grid,
): DocChange[] | null {
  const { a, b } = twins
  const walk = new Walk(twins, gridInside)
  for (const pair of pairs) walk.keep(pair)
  walk.finish()
  return [a, b].every(({ type }) => holdsEveryMixture(type, walk.choices)) ? walk.changes : null
}

function pairsOf(a: Node, b: Node): Pair[] {
  if (rowsTakeSides(a) && a.childCount === b.childCount) return a.children.map((_, i) => [i, i])
  return alignBlocks(a.children, b.children)
}

/** Goes through both lists of blocks at once, and notes what lies between those that stay. */
class Walk {
  readonly changes: DocChange[] = []
  readonly choices: Choice[] = []
  private readonly next = { a: 0, b: 0 }
  /** Where the blocks that are not noted yet begin. */
  private readonly gap = { a: 0, b: 0, atA: 0, atB: 0 }
  private readonly twins: Twins
  /** Of the rows, where these are tables whose columns changed. */
  private readonly gridInside: Grid | undefined
  private gaps = 0
  private atA: number
  private atB: number

  constructor(twins: Twins, gridInside?: Grid) {
    this.twins = twins
    this.gridInside = gridInside
    this.atA = this.gap.atA = twins.atA
    this.atB = this.gap.atB = twins.atB
  }

  keep([i, j]: Pair): void {
    this.goTo(i, j)
    const { twins, gridInside: grid, atA, atB } = this
    const [childA, childB] = [twins.a.child(i), twins.b.child(j)]
    const inside = twinDifference({ a: childA, b: childB, atA, atB, depth: twins.depth, grid })
    if (!inside) return
    this.noteGap()
    this.changes.push(...inside)
    this.choices.push([[childA.type], [childB.type]])
    this.goTo(i + 1, j + 1)
    Object.assign(this.gap, { ...this.next, atA: this.atA, atB: this.atB })
  }

  finish(): void {
    this.goTo(this.twins.a.childCount, this.twins.b.childCount)
    this.noteGap()
  }

  private goTo(i: number, j: number): void {
    const { a, b } = this.twins
    while (this.next.a < i) this.atA += a.child(this.next.a++).nodeSize
    while (this.next.b < j) this.atB += b.child(this.next.b++).nodeSize
  }

  private noteGap(): void {
    const { gap, next, atA, atB, twins } = this
    if (gap.a === next.a && gap.b === next.b) return
    const range = { fromA: gap.atA, toA: atA, fromB: gap.atB, toB: atB }
    this.changes.push({ kind: kindOf(range), ...range, ...this.inGrid() })
    const typesIn = ({ children }: Node, from: number, to: number) =>
      children.slice(from, to).map(({ type }) => type)
    this.choices.push([typesIn(twins.a, gap.a, next.a), typesIn(twins.b, gap.b, next.b)])
  }

  private inGrid(): Pick<DocChange, 'grid' | 'column'> {
    if (this.gridInside) return { grid: this.gridInside }
    return this.twins.grid ? { grid: this.twins.grid, column: this.gaps++ } : {}
  }
}

/** Of two blocks that begin at these places. Null when they cannot be told as one that changed. */
function twinDifference({ a, b, atA, atB, depth, grid }: Twins): DocChange[] | null {
  const sameMarkup = a.sameMarkup(b)
  if (!sameMarkup && (a.isLeaf || b.isLeaf) && a.type !== b.type) return null
  const inside = contentDifference({ a, b, atA: atA + 1, atB: atB + 1, depth: depth + 1, grid })
  if (!inside || sameMarkup) return inside
  return [{ kind: 'attributes', fromA: atA, toA: atA + 1, fromB: atB, toB: atB + 1 }, ...inside]
}
