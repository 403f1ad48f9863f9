/** What is said about a doc, with the words it is about as they stand there now. */
import { type Anchor, decodeAnchor } from '@atelier/shared/comments/anchor'
import { placesOf } from '@atelier/shared/comments/anchor-places'
import { anchorFromText } from '@atelier/shared/comments/anchor-text'
import { wordsOfComment } from '@atelier/shared/comments/comment-words'
import { quoteOf } from '@atelier/shared/comments/find-quote'
import { quoteLength } from '@atelier/shared/comments/limits'
import { schemaSizes } from '@atelier/shared/comments/schema-sizes'
import { docBody } from '@atelier/shared/docs/doc'
import { docOf, docSchema } from '@atelier/shared/docs/new-doc'
import type { DocContent } from '@atelier/shared/exchange/manifest'
import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import { listThreads } from '../comments/thread-list-queries'
import type { Queryable } from '../db/database'
import { originalComment } from './comment-author'

type Thread = DocContent['threads'][number]

export async function exportedThreads(
  db: Queryable,
  docId: string,
  update: Uint8Array,
): Promise<Thread[]> {
  const { threads, people } = await listThreads(db, { id: docId, since: null })
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const anchors = threads.map(({ anchor }) =>
    anchor === null ? null : decodeAnchor(anchorFromText(anchor) ?? new Uint8Array()),
  )
  const quotes = quotesIn(update, anchors)
  return threads.flatMap(({ quote, resolved, comments }, at) => {
    const said = comments.flatMap(({ authorId, createdAt, body }) =>
      body === null
        ? []
        : [
            originalComment({
              author: names.get(authorId) ?? '',
              at: createdAt,
              text: wordsOfComment(body),
            }),
          ],
    )
    if (said.length === 0) return []
    const anchor = anchors[at]
    const known = anchor ? { quote, before: anchor.before, after: anchor.after } : null
    return [{ anchor: quotes[at] ?? known, quote, resolved: resolved !== null, comments: said }]
  })
}

function quotesIn(
  update: Uint8Array,
  anchors: readonly (Anchor | null)[],
): (Thread['anchor'] | null)[] {
  const present = anchors.filter((anchor) => anchor !== null)
  if (present.length === 0) return anchors.map(() => null)
  const fragment = docBody(docOf(update))
  const places = placesOf(fragment, present, schemaSizes(docSchema()))
  const node = wholeNode(fragment)
  let nth = 0
  return anchors.map((anchor) => {
    const place = anchor === null ? null : places[nth++]
    return place && node && place.to <= node.content.size ? quoteOf(node, place, quoteLength) : null
  })
}

/** Null where somebody wrote into the room what is no doc: then the words stay as they were kept. */
function wholeNode(fragment: ReturnType<typeof docBody>) {
  try {
    return yXmlFragmentToProseMirrorRootNode(fragment, docSchema())
  } catch {
    return null
  }
}
