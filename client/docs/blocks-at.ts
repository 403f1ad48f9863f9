/** Which blocks there are to take hold of: what stands in a text, but not a table's or a list's inside. */
import type { Node, ResolvedPos } from '@tiptap/pm/model'
import type { Selection } from '@tiptap/pm/state'

/** Neighbours in one parent, from the first to the last of them. */
export type Blocks = { parent: Node; first: number; last: number; from: number; to: number }

const parts = ['tableRow', 'tableCell', 'tableHeader', 'detailsSummary', 'detailsContent']
const lists = ['bulletList', 'orderedList', 'taskList']
const items = ['listItem', 'taskItem']

/** The depth of the innermost block around a place; 0 where there is none. */
export function blockDepth($at: ResolvedPos): number {
  for (let depth = $at.depth; depth > 0; depth--) {
    if (isBlock($at, depth)) return depth
  }
  return 0
}

export function isBlock($at: ResolvedPos, depth: number): boolean {
  const { name } = $at.node(depth).type
  if (parts.includes(name)) return false
  for (let above = depth - 1; above > 0; above--) {
    if ($at.node(above).type.name === 'table') return false
  }
  const parent = $at.node(depth - 1).type.name
  // The words of an item are the item; a list in an item is what is under it.
  if (items.includes(parent)) return $at.index(depth - 1) > 0 && !lists.includes(name)
  return !lists.includes(name)
}

/** What a selection touches, as whole blocks: of the innermost parent that holds all of it. */
export function blocksAt({ $from, $to }: Selection): Blocks | null {
  for (let depth = Math.min($from.sharedDepth($to.pos) + 1, $from.depth); depth > 0; depth--) {
    if (isBlock($from, depth)) return blocksIn($from, $to, depth)
  }
  return null
}

function blocksIn($from: ResolvedPos, $to: ResolvedPos, depth: number): Blocks {
  const parent = $from.node(depth - 1)
  const first = $from.index(depth - 1)
  const last = $to.depth >= depth ? $to.index(depth - 1) : first
  const from = $from.posAtIndex(first, depth - 1)
  return { parent, first, last, from, to: $from.posAtIndex(last + 1, depth - 1) }
}

/** The block at a place of the document. */
export function blockOf(doc: Node, at: number): Blocks | null {
  const node = doc.nodeAt(at)
  if (!node) return null
  const $at = doc.resolve(at)
  const first = $at.index()
  return { parent: $at.parent, first, last: first, from: at, to: at + node.nodeSize }
}
