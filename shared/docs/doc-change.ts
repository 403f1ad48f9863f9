/** One change of a doc `a` into a doc `b`, and how to make it alone. */
import { Fragment, type Node, Slice } from '@tiptap/pm/model'
import type { Grid } from './table-grid'

/**
 * `formatting`: the same words with other marks. `attributes`: a block that stays but is another kind or
 * has other attributes; it covers the place before the block and nothing of what is in it.
 */
export type DocChangeKind = 'insertion' | 'deletion' | 'replacement' | 'formatting' | 'attributes'

/** Positions in both docs. Each range lies in one parent, so it has no open ends. */
export type DocChange = {
  kind: DocChangeKind
  fromA: number
  toA: number
  fromB: number
  toB: number
  /**
   * In a table that got or lost columns: all changes with the same grid only fit together. Those of one
   * `column` (columns side by side that went, came or both) are the same change in each row; without
   * it, the change is of whole rows.
   */
  grid?: Grid
  column?: number
}

/** `a` with this change of `docDifference(a, b)`. */
export const applyChange = (a: Node, b: Node, change: DocChange): Node =>
  change.kind === 'attributes' ? withMarkup(a, b, change) : withRange(a, b, change)

/** `a` with some changes of `docDifference(a, b)`, in its order; any of them make a valid doc, of one grid all. */
export const applyChanges = (a: Node, b: Node, changes: readonly DocChange[]): Node =>
  changes.reduceRight((doc, change) => applyChange(doc, b, change), a)

/** `b` without this change of `docDifference(a, b)`. */
export const revertChange = (a: Node, b: Node, change: DocChange): Node =>
  applyChange(b, a, reversed(change))

const opposite: Partial<Record<DocChangeKind, DocChangeKind>> = {
  insertion: 'deletion',
  deletion: 'insertion',
}

const reversed = ({ kind, fromA, toA, fromB, toB }: DocChange): DocChange => ({
  kind: opposite[kind] ?? kind,
  fromA: fromB,
  toA: toB,
  fromB: fromA,
  toB: toA,
})

const withRange = (a: Node, b: Node, { fromA, toA, fromB, toB }: DocChange): Node =>
  a.replace(fromA, toA, b.slice(fromB, toB))

function withMarkup(a: Node, b: Node, { fromA, fromB }: DocChange): Node {
  const [block, model] = [a.nodeAt(fromA), b.nodeAt(fromB)]
  if (!block || !model) throw new RangeError('the change belongs to other docs')
  const made = model.type.create(model.attrs, block.content, model.marks)
  return a.replace(fromA, fromA + block.nodeSize, new Slice(Fragment.from(made), 0, 0))
}
