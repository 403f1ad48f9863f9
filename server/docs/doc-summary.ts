import { readDocText } from '@atelier/shared/docs/read-doc'
import type * as Y from 'yjs'
import type { Queryable } from '../db/database'
import { writeSummary } from './doc-queries'

/** What lists and search know of a doc, written when its room is quiet; says whether it changed. */
export function writeDocSummary(db: Queryable, id: string, doc: Y.Doc): Promise<boolean> {
  const { title, excerpt, text } = readDocText(doc)
  return writeSummary(db, id, {
    title: withoutNul(title).slice(0, 200),
    excerpt: withoutNul(excerpt),
    text: withoutNul(text),
  })
}

/** Postgres has no room for U+0000 in a text, a Yjs document does. */
const withoutNul = (text: string) => text.replaceAll('\u0000', '')
