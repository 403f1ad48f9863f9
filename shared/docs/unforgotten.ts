import type * as Y from 'yjs'

type IsHeld = (item: Y.Item) => boolean

const holders = new WeakMap<Y.Doc, Set<IsHeld>>()

/**
 * Of what is deleted, a Yjs document forgets all that its `gcFilter` lets go. There is one of those,
 * and several may need something deleted. Ends with what it answers, in whatever order.
 */
export function unforgotten(doc: Y.Doc, isHeld: IsHeld): () => void {
  const all = holders.get(doc) ?? holdersOf(doc)
  all.add(isHeld)
  return () => void all.delete(isHeld)
}

function holdersOf(doc: Y.Doc): Set<IsHeld> {
  const all = new Set<IsHeld>()
  const mayForget = doc.gcFilter
  doc.gcFilter = (item) => mayForget(item) && ![...all].some((isHeld) => isHeld(item))
  holders.set(doc, all)
  return all
}
