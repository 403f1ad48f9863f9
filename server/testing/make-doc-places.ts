import { eq } from 'drizzle-orm'
import type { Database } from '../db/database'
import { docPublicLinks, docs } from '../db/doc-tables'

type Doc = { id: string }

/** Stands inside `parent` from now on. */
export async function putInside(db: Database, doc: Doc, parent: Doc): Promise<void> {
  await db.update(docs).set({ parentId: parent.id }).where(eq(docs.id, doc.id))
}

/** The time of its public links is over. */
export async function endPublicLinks(db: Database, doc: Doc): Promise<void> {
  const past = new Date(Date.now() - 1_000)
  await db.update(docPublicLinks).set({ expiresAt: past }).where(eq(docPublicLinks.docId, doc.id))
}
