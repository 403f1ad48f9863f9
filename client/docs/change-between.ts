import type { Node } from '@tiptap/pm/model'

/** Where two documents differ: `from` in both, `before` the end in the old one, `after` in the new. */
export type Change = { from: number; before: number; after: number }

/**
 * Found by what is the same node in both, so a long text costs little. The steps of a transaction
 * do not tell: for words of others the binding replaces all of the document.
 */
export function changeBetween(old: Node, now: Node): Change | null {
  const from = old.content.findDiffStart(now.content)
  if (from === null) return null
  const end = old.content.findDiffEnd(now.content)
  if (!end) return null
  const overlap = Math.max(0, from - Math.min(end.a, end.b))
  return { from, before: end.a + overlap, after: end.b + overlap }
}
