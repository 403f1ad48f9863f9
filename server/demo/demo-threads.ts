/** What the people of the example say about its docs. */

import { must } from '@atelier/shared/basics/must'
import { encodeAnchor } from '@atelier/shared/comments/anchor'
import { idsBetween } from '@atelier/shared/comments/anchor-places'
import { quoteOf } from '@atelier/shared/comments/find-quote'
import { quoteLength } from '@atelier/shared/comments/limits'
import { schemaSizes } from '@atelier/shared/comments/schema-sizes'
import { docBody } from '@atelier/shared/docs/doc'
import { docOf, docSchema } from '@atelier/shared/docs/new-doc'
import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import { insertCommentRow } from '../comments/comment-queries'
import { addReaction } from '../comments/reaction-queries'
import { insertThread, setResolved } from '../comments/thread-queries'
import type { Database } from '../db/database'
import type { DemoThread } from './demo-data'
import { datesThread } from './demo-queries'
import type { DemoIds } from './demo-workspace'

export async function createDemoThreads(
  tx: Database,
  { people }: DemoIds,
  doc: { id: string; update: Uint8Array },
  threads: readonly DemoThread[],
): Promise<void> {
  for (const { about, by, daysAgo, says, answers = [], cheers = [], resolvedBy } of threads) {
    const id = crypto.randomUUID()
    const place = about === undefined ? { anchor: null, quote: '' } : held(doc.update, about)
    const said = (text: string, author: string) => ({ authorId: author, body: [{ text }] })
    await insertThread(tx, { id, roomId: doc.id, ...place, ...said(says, people[by]) })
    const rows = answers.map(({ by, says }) => ({
      id: crypto.randomUUID(),
      ...said(says, people[by]),
    }))
    for (const row of rows) await insertCommentRow(tx, id, row)
    await datesThread(tx, id, [id, ...rows.map((row) => row.id)], daysAgo)
    for (const { emoji, by } of cheers) {
      await addReaction(tx, { commentId: id, personId: people[by], emoji })
    }
    if (resolvedBy) await setResolved(tx, id, people[resolvedBy])
  }
}

function held(update: Uint8Array, words: string): { anchor: Uint8Array; quote: string } {
  const fragment = docBody(docOf(update))
  const node = yXmlFragmentToProseMirrorRootNode(fragment, docSchema())
  let from = -1
  node.descendants((text, at) => {
    const index = text.isText && from < 0 ? (text.text ?? '').indexOf(words) : -1
    if (index >= 0) from = at + index
  })
  const range = { from, to: from + words.length }
  const ids = from < 0 ? null : idsBetween(fragment, range, schemaSizes(docSchema()))
  const { quote, before, after } = quoteOf(node, range, quoteLength)
  return { anchor: encodeAnchor({ ...must(ids, words), before, after }), quote }
}
