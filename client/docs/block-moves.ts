/**
 * Moving blocks. What moves in the document is the neighbour, so that the caret and the block it
 * is in stay what they are; a shared document cannot move anything, so the neighbour is made anew,
 * and what somebody types into it at that very moment is lost (late-words.ts fetches it).
 */
import { Fragment, type Node } from '@tiptap/pm/model'
import { NodeSelection, Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import { type Blocks, blockOf, blocksAt } from './blocks-at'

export type Direction = -1 | 1

const containers = ['blockquote', 'callout', 'detailsContent']

/** False where there is nowhere to go. */
export function moveBlocks(tr: Transaction, blocks: Blocks | null, direction: Direction): boolean {
  if (!blocks) return false
  const { parent, first, last, from, to } = blocks
  const neighbour = parent.maybeChild(direction === 1 ? last + 1 : first - 1)
  if (!neighbour) return leaveContainer(tr, blocks, direction)
  if (direction === 1) {
    tr.delete(to, to + neighbour.nodeSize).insert(from, neighbour)
  } else {
    tr.delete(from - neighbour.nodeSize, from).insert(to - neighbour.nodeSize, neighbour)
  }
  tr.scrollIntoView()
  return true
}

/** The first block of a callout goes before it, the last one behind it. */
function leaveContainer(
  tr: Transaction,
  { parent, from, to }: Blocks,
  direction: Direction,
): boolean {
  if (!containers.includes(parent.type.name) || parent.childCount < 2) return false
  const $from = tr.doc.resolve(from)
  const depth = parent.type.name === 'detailsContent' ? $from.depth - 1 : $from.depth
  const target = direction === 1 ? $from.after(depth) : $from.before(depth)
  const { anchor, head } = tr.selection
  const moved = tr.doc.slice(from, to).content
  if (!$from.node(depth - 1).canReplace($from.index(depth - 1), $from.index(depth - 1), moved)) {
    return false
  }
  tr.delete(from, to)
  const place = tr.mapping.map(target)
  tr.insert(place, moved)
  const shift = place - from
  tr.setSelection(selectionAt(tr, anchor + shift, head + shift)).scrollIntoView()
  return true
}

function selectionAt(tr: Transaction, anchor: number, head: number): Selection {
  const $anchor = tr.doc.resolve(Math.min(anchor, tr.doc.content.size))
  const $head = tr.doc.resolve(Math.min(head, tr.doc.content.size))
  return $anchor.parent.inlineContent
    ? TextSelection.between($anchor, $head)
    : Selection.near($head)
}

export function duplicateBlocks(tr: Transaction, blocks: Blocks | null): boolean {
  if (!blocks) return false
  const { from, to } = blocks
  const copy = tr.doc.slice(from, to).content
  const inside = tr.selection.from - from
  tr.insert(to, copy)
  tr.setSelection(
    Selection.near(tr.doc.resolve(Math.min(to + inside, to + copy.size))),
  ).scrollIntoView()
  return true
}

/** Where nothing would be left, an empty paragraph is. */
export function deleteBlocks(tr: Transaction, blocks: Blocks | null): boolean {
  if (!blocks) return false
  const { parent, from, to } = blocks
  const rest = parent.content
    .cut(0, from - startOf(tr.doc, from))
    .append(parent.content.cut(to - startOf(tr.doc, from)))
  if (parent.type.validContent(rest)) tr.delete(from, to)
  else replaceWithRest(tr, blocks)
  tr.setSelection(
    Selection.near(tr.doc.resolve(Math.min(from, tr.doc.content.size)), 1),
  ).scrollIntoView()
  return true
}

const startOf = (doc: Node, at: number) => doc.resolve(at).start()

/** A list without items goes with them; any other place keeps a line to write in. */
function replaceWithRest(tr: Transaction, { parent, from, to }: Blocks): void {
  const $from = tr.doc.resolve(from)
  const paragraph = tr.doc.type.schema.nodes.paragraph?.create()
  if (paragraph && parent.type.validContent(Fragment.from(paragraph))) {
    tr.replaceWith(from, to, paragraph)
  } else tr.deleteRange($from.before(), $from.after())
}

/** The blocks that are selected, or the one around a place when it is given. */
export function blocksFor(tr: Transaction, at?: number): Blocks | null {
  if (at !== undefined) return blockOf(tr.doc, at)
  const { selection } = tr
  if (selection instanceof NodeSelection && selection.node.isBlock) {
    return blockOf(tr.doc, selection.from)
  }
  return blocksAt(selection)
}
