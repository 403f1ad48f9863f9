import { readDocText } from '@atelier/shared/docs/read-doc'
import { readLinks } from '@atelier/shared/docs/read-links'
import { readMentions } from '@atelier/shared/docs/read-mentions'
import type * as Y from 'yjs'
import type { Database, Queryable } from '../db/database'
import type { Authors } from '../inbox/edit-authors'
import { withLogged } from '../inbox/logged-author-queries'
import { writeLinks } from './doc-link-queries'
import { type Mentioned, putDocMentions, writeMentions } from './doc-mention-queries'
import { writeSummary } from './doc-queries'

/** What lists and search know of a doc, written when its room is quiet; says whether it changed. Tells nobody. */
export const writeDocSummary = async (db: Queryable, id: string, doc: Y.Doc): Promise<boolean> =>
  (await summarise(db, id, doc)).isNews

/** The same, and tells those who are mentioned in it since; they are answered. */
export const settleDoc = (
  db: Database,
  id: string,
  doc: Y.Doc,
  authors: Authors,
): Promise<{ isNews: boolean; told: string[] }> => {
  // Others may write in it while the database answers.
  const mentioned = readMentions(doc.share.get('body'))
  const acts = [...mentioned].map(([person, act]) => ({ person, act, by: authors.writerOf(act) }))
  return db.transaction(async (tx) => {
    const { isNews, newlyMentioned } = await summarise(tx, id, doc, new Set(mentioned.keys()))
    const news = acts.filter(({ person }) => newlyMentioned.includes(person))
    const told = await putDocMentions(tx, id, await withEachAuthor(tx, id, authors, news))
    return { isNews, told }
  })
}

/** Whom nobody heard of here may stand in the log. */
async function withEachAuthor(tx: Queryable, id: string, authors: Authors, news: Mentioned[]) {
  if (news.every(({ by }) => by !== null)) return news
  const { writerOf } = await withLogged(tx, id, authors)
  return news.map((one) => ({ ...one, by: writerOf(one.act) }))
}

async function summarise(
  db: Queryable,
  id: string,
  doc: Y.Doc,
  mentioned: ReadonlySet<string> = new Set(readMentions(doc.share.get('body')).keys()),
) {
  const { title, excerpt, text } = readDocText(doc)
  const links = readLinks(doc)
  const isNew = await writeSummary(db, id, {
    title: withoutNul(title).slice(0, 200),
    excerpt: withoutNul(excerpt),
    text: withoutNul(text),
  })
  const isLinkedAnew = await writeLinks(db, id, links)
  return { isNews: isNew || isLinkedAnew, newlyMentioned: await writeMentions(db, id, mentioned) }
}

/** Postgres has no room for U+0000 in a text, a Yjs document does. */
const withoutNul = (text: string) => text.replaceAll('\u0000', '')
