/** A body in which what is said about words begins before them and ends behind them. */
import { findExactQuote, findQuote } from '@atelier/shared/comments/find-quote'
import { docSchema } from '@atelier/shared/docs/new-doc'
import type { DocContent } from '@atelier/shared/exchange/manifest'
import type { JSONContent } from '@tiptap/core'
import { Node } from '@tiptap/pm/model'

type Thread = DocContent['threads'][number]
type Cut = { at: number; type: 'commentStart' | 'commentEnd'; thread: number }

/** Inline nodes that only the writer of Word knows; `thread` is the place in `threads`. */
export type Commented = {
  body: JSONContent
  /** Threads whose words are not found, or that are about the whole doc. */
  elsewhere: number[]
}

export function commentedBody(body: JSONContent, threads: readonly Thread[]): Commented {
  if (threads.length === 0) return { body, elsewhere: [] }
  const doc = Node.fromJSON(docSchema(), body)
  const elsewhere: number[] = []
  const cuts = threads.flatMap(({ anchor }, thread): Cut[] => {
    const range = anchor && (findQuote(doc, anchor) ?? findExactQuote(doc, anchor))
    if (!range || doc.resolve(range.from).parent.type.spec.code) {
      elsewhere.push(thread)
      return []
    }
    return [
      { at: range.from, type: 'commentStart', thread },
      { at: range.to, type: 'commentEnd', thread },
    ]
  })
  return { body: cuts.length === 0 ? body : marked(doc, 0, cuts), elsewhere }
}

/** `from` is where in the doc the first child of `node` stands. */
function marked(node: Node, from: number, cuts: readonly Cut[]): JSONContent {
  const inside = cuts.filter(({ at }) => at >= from && at <= from + node.content.size)
  if (inside.length === 0) return node.toJSON() as JSONContent
  const content: JSONContent[] = []
  node.forEach((child, offset) => {
    const at = from + offset
    if (node.isTextblock) content.push(...cut(child, at, inside))
    else content.push(marked(child, at + 1, cuts))
  })
  if (node.isTextblock) content.push(...marksAt(from + node.content.size, inside))
  return { ...(node.toJSON() as JSONContent), content }
}

/** What ends comes before what begins in the same place. */
const marksAt = (at: number, cuts: readonly Cut[]): JSONContent[] =>
  cuts
    .filter((one) => one.at === at)
    .sort((a, b) => a.type.localeCompare(b.type))
    .map(({ type, thread }) => ({ type, attrs: { thread } }))

function cut(inline: Node, at: number, cuts: readonly Cut[]): JSONContent[] {
  const places = [...new Set(cuts.map((one) => one.at))]
    .filter((place) => place > at && place < at + inline.nodeSize)
    .sort((a, b) => a - b)
  const edges = [at, ...(inline.isText ? places : []), at + inline.nodeSize]
  return edges.slice(0, -1).flatMap((edge, nth) => {
    const piece = inline.isText ? inline.cut(edge - at, (edges[nth + 1] ?? 0) - at) : inline
    return [...marksAt(edge, cuts), piece.toJSON() as JSONContent]
  })
}
