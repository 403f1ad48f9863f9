/** Comments that came with a doc: their words are looked for in it. */
import { randomUUID } from 'node:crypto'
import { encodeAnchor } from '@atelier/shared/comments/anchor'
import { idsBetween } from '@atelier/shared/comments/anchor-places'
import type { CommentPart } from '@atelier/shared/comments/comment'
import { tidyParts } from '@atelier/shared/comments/comment-words'
import { findExactQuote, findQuote } from '@atelier/shared/comments/find-quote'
import { commentLength, quoteLength } from '@atelier/shared/comments/limits'
import { schemaSizes } from '@atelier/shared/comments/schema-sizes'
import { docBody } from '@atelier/shared/docs/doc'
import { printable } from '@atelier/shared/docs/loose-node'
import { docOf, docSchema } from '@atelier/shared/docs/new-doc'
import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import { withAuthor } from './comment-author'
import type { FoundThread } from './jobs'

export type PlacedThread = {
  id: string
  anchor: Uint8Array | null
  quote: string
  resolved: boolean
  comments: { id: string; body: CommentPart[] }[]
}

/** `moved` is how many are about the whole doc now, because their words are not found. */
export function placeThreads(
  update: Uint8Array,
  threads: readonly FoundThread[],
  me: string,
): { placed: PlacedThread[]; moved: number } {
  if (threads.length === 0) return { placed: [], moved: 0 }
  const fragment = docBody(docOf(update))
  const node = yXmlFragmentToProseMirrorRootNode(fragment, docSchema())
  const sizes = schemaSizes(docSchema())
  let moved = 0
  const anchorOf = (thread: FoundThread): Uint8Array | null => {
    if (!thread.isAnchored) return null
    const range = findQuote(node, thread) ?? findExactQuote(node, thread)
    const ids = range && idsBetween(fragment, range, sizes)
    if (ids) return encodeAnchor({ ...ids, before: thread.before, after: thread.after })
    moved++
    return null
  }
  const placed = threads.map((thread) => ({
    id: randomUUID(),
    anchor: anchorOf(thread),
    quote: printable(thread.quote).slice(0, quoteLength),
    resolved: thread.resolved,
    comments: thread.comments.map((comment) => ({
      id: randomUUID(),
      body: tidyParts([{ text: withAuthor(comment, me).slice(0, commentLength) }]),
    })),
  }))
  return { placed, moved }
}
