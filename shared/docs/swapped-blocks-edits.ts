/**
 * The editor's binding knows a move by two blocks that stay in their order. Where there are no two,
 * as when the lines of a doc of two lines or two tasks change places, it would write the letters of
 * each into the other, and whoever deletes one of them at that moment would delete what the other
 * says. So all but one are taken out before it looks, and it makes them anew where they are now.
 */
import type { Node } from '@tiptap/pm/model'
import type { Selection } from '@tiptap/pm/state'
import * as Y from 'yjs'

export type Swapping = {
  /** The binding's: which node each type was drawn as. */
  mapping: Map<unknown, unknown>
  /** The block it is in stays. */
  selection: Selection
}

/** `type` is about to become `now`. */
export function takeOutSwapped(type: Y.XmlFragment, now: Node, swapping: Swapping): void {
  const { mapping } = swapping
  if (now.inlineContent) return
  const { children, nodes } = changed(type.toArray(), now.children, mapping)
  const places = new Map(nodes.map((node, place) => [node, place]))
  const known = children.flatMap((child) => {
    const node = mapping.get(child) as Node
    const place = places.get(node)
    return place === undefined ? [] : [{ child, node, place }]
  })
  if (
    known.length > 1 &&
    known.every(({ place }, at) => place < (known[at - 1]?.place ?? nodes.length))
  ) {
    const stays = known.find(({ node }) => isAround(swapping.selection, node)) ?? known.at(-1)
    for (const { child } of known) {
      if (child === stays?.child) continue
      type.delete(type.toArray().indexOf(child), 1)
      mapping.delete(child)
    }
  } else if (children.length === nodes.length) {
    for (const [at, child] of children.entries()) {
      const node = nodes[at]
      const isSame = child instanceof Y.XmlElement && child.nodeName === node?.type.name
      if (isSame && mapping.get(child) !== node) takeOutSwapped(child, node, swapping)
    }
  }
}

type Child = ReturnType<Y.XmlFragment['toArray']>[number]

/** Without what is the same at both ends: with most keys, all but one. */
function changed(all: Child[], now: readonly Node[], mapping: Map<unknown, unknown>) {
  const isSame = (at: number, place: number) => mapping.get(all[at]) === now[place]
  const least = Math.min(all.length, now.length)
  let left = 0
  while (left < least && isSame(left, left)) left++
  let right = 0
  while (left + right < least && isSame(all.length - 1 - right, now.length - 1 - right)) right++
  return {
    children: all.slice(left, all.length - right),
    nodes: now.slice(left, now.length - right),
  }
}

function isAround({ $from }: Selection, node: Node): boolean {
  for (let depth = $from.depth; depth > 0; depth--) if ($from.node(depth) === node) return true
  return false
}
