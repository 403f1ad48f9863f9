import { readDocText } from '@atelier/shared/docs/read-doc'
import { readLinks } from '@atelier/shared/docs/read-links'
import type * as Y from 'yjs'
import type { Queryable } from '../db/database'
import { writeLinks } from './doc-link-queries'
import { writeSummary } from './doc-queries'

/** What lists and search know of a doc, written when its room is quiet; says whether it changed. */
export async function writeDocSummary(db: Queryable, id: string, doc: Y.Doc): Promise<boolean> {
  const { title, excerpt, text } = readDocText(doc)
  const isNew = await writeSummary(db, id, {
    title: withoutNul(title).slice(0, 200),
    excerpt: withoutNul(excerpt),
    text: withoutNul(text),
  })
  const isLinkedAnew = await writeLinks(db, id, readLinks(doc))
  return isNew || isLinkedAnew
}

/** Postgres has no room for U+0000 in a text, a Yjs document does. */
const withoutNul = (text: string) => text.replaceAll('\u0000', '')
