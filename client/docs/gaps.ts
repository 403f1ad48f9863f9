/**
 * Places between blocks, where something is to be put later. Others' words come as a whole new
 * document, through which no position can be followed: so a gap is also known by its Yjs neighbours.
 */
import type { Node, NodeType } from '@tiptap/pm/model'
import * as Y from 'yjs'

/** The nearest place, at `at` or outside of what it is in, where a block of this type may stand. */
export function gapNear(doc: Node, at: number, type: NodeType): number {
  const $at = doc.resolve(Math.min(at, doc.content.size))
  for (let depth = $at.depth; depth >= 0; depth--) {
    const isInside = depth < $at.depth
    const parent = $at.node(depth)
    const index = isInside ? $at.indexAfter(depth) : $at.index(depth)
    const isBetween = isInside || !parent.inlineContent
    if (isBetween && parent.canReplaceWith(index, index, type)) {
      return isInside ? $at.after(depth + 1) : $at.pos
    }
  }
  return doc.content.size
}

/** Null where the place is in the middle of words. */
export function anchorOfGap(
  fragment: Y.XmlFragment,
  doc: Node,
  at: number,
): Y.RelativePosition | null {
  const $at = doc.resolve(at)
  if ($at.parent.inlineContent) return null
  let parent: Y.XmlFragment = fragment
  for (let depth = 0; depth < $at.depth; depth++) {
    const child = parent.get($at.index(depth))
    if (!(child instanceof Y.XmlElement)) return null
    parent = child
  }
  return Y.createRelativePositionFromTypeIndex(parent, Math.min($at.index(), parent.length))
}

/** Null when what it was in is gone. */
export function gapOfAnchor(
  fragment: Y.XmlFragment,
  doc: Node,
  anchor: Y.RelativePosition,
): number | null {
  const place = fragment.doc && Y.createAbsolutePositionFromRelativePosition(anchor, fragment.doc)
  const way = place && wayTo(fragment, place.type as Y.XmlFragment)
  if (!place || !way) return null
  let parent = doc
  let start = 0
  for (const index of way) {
    if (index >= parent.childCount) return null
    start += before(parent, index) + 1
    parent = parent.child(index)
  }
  if (parent.inlineContent) return null
  return start + before(parent, Math.min(place.index, parent.childCount))
}

/** Which child of the fragment, which child of that one, and so on; null when it was taken out. */
export function wayTo(fragment: Y.XmlFragment, type: Y.XmlFragment): number[] | null {
  const way: number[] = []
  for (let at = type; at !== fragment; ) {
    const { parent } = at
    if (!(parent instanceof Y.XmlFragment) || at._item === null || at._item.deleted) return null
    way.unshift(parent.toArray().indexOf(at as Y.XmlElement))
    at = parent
  }
  return way
}

function before(parent: Node, index: number): number {
  let size = 0
  for (let i = 0; i < index; i++) size += parent.child(i).nodeSize
  return size
}
