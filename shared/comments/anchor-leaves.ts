/** The things a fragment is made of, in the order one reads them, with the editor's positions. */
import * as Y from 'yjs'

/**
 * How many positions an element takes in the editor: 1 for what has nothing inside, otherwise 2 and
 * its content.
 */
export type Sizes = (element: Y.XmlElement) => number

export type Child = { type: Y.XmlText | Y.XmlElement; from: number; to: number }

/** A letter, a picture, a mention: what can be pointed to. */
type Leaf = { id: Y.ID; from: number; to: number }

// biome-ignore lint/suspicious/noExplicitAny: every kind of shared type
type AnyType = Y.AbstractType<any>

/** `start` is where the parent's content begins. */
export function* childrenOf(parent: AnyType, start: number, sizes: Sizes): Generator<Child> {
  let at = start
  for (let item = parent._start; item !== null; item = item.right) {
    const type = !item.deleted && item.content instanceof Y.ContentType ? item.content.type : null
    if (!(type instanceof Y.XmlText || type instanceof Y.XmlElement)) continue
    const size = type instanceof Y.XmlText ? type.length : sizes(type)
    yield { type, from: at, to: at + size }
    at += size
  }
}

/** The first thing that does not end before or at `pos`. */
export function leafAfter(parent: AnyType, pos: number, start: number, sizes: Sizes): Leaf | null {
  for (const child of childrenOf(parent, start, sizes)) {
    if (child.to <= pos) continue
    const leaf = firstIn(child, pos, sizes)
    if (leaf) return leaf
  }
  return null
}

function firstIn({ type, from, to }: Child, pos: number, sizes: Sizes): Leaf | null {
  if (type instanceof Y.XmlText) {
    const index = Math.max(0, pos - from)
    return letterAt(type, index, from)
  }
  return to - from === 1 ? elementLeaf(type, from) : leafAfter(type, pos, from + 1, sizes)
}

/** The last thing that does not begin at or after `pos`. */
export function leafBefore(parent: AnyType, pos: number, start: number, sizes: Sizes): Leaf | null {
  const before: Child[] = []
  for (const child of childrenOf(parent, start, sizes)) {
    if (child.from >= pos) break
    before.push(child)
  }
  for (let child = before.pop(); child; child = before.pop()) {
    const leaf = lastIn(child, pos, sizes)
    if (leaf) return leaf
  }
  return null
}

function lastIn({ type, from, to }: Child, pos: number, sizes: Sizes): Leaf | null {
  if (type instanceof Y.XmlText) {
    const index = Math.min(to, pos) - from - 1
    return letterAt(type, index, from)
  }
  return to - from === 1 ? elementLeaf(type, from) : leafBefore(type, pos, from + 1, sizes)
}

function letterAt(text: Y.XmlText, index: number, start: number): Leaf | null {
  const { item } = Y.createRelativePositionFromTypeIndex(text, index, 0)
  return item && { id: item, from: start + index, to: start + index + 1 }
}

const elementLeaf = (element: Y.XmlElement, from: number): Leaf | null =>
  element._item && { id: element._item.id, from, to: from + 1 }
