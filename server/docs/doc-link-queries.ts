/** Which docs name which rooms: derived from their text, for "mentioned in". */
import type { Actor } from '@atelier/shared/access/can'
import type { DocLink } from '@atelier/shared/docs/doc-lists'
import { and, desc, eq, inArray, ne, notInArray } from 'drizzle-orm'
import { withDocRights } from '../access/doc-access-queries'
import type { Queryable } from '../db/database'
import { docLinks, docs } from '../db/doc-tables'
import { inSight, linkTo } from './my-doc-queries'

/** Says whether any of them is new or gone. */
export async function writeLinks(
  db: Queryable,
  fromId: string,
  toIds: readonly string[],
): Promise<boolean> {
  // It may have been deleted for good since its room was quiet.
  const [doc] = await db.select({ id: docs.id }).from(docs).where(eq(docs.id, fromId))
  if (!doc) return false
  const fromHere = eq(docLinks.fromId, fromId)
  const gone = await db
    .delete(docLinks)
    .where(toIds.length > 0 ? and(fromHere, notInArray(docLinks.toId, [...toIds])) : fromHere)
    .returning({ toId: docLinks.toId })
  if (toIds.length === 0) return gone.length > 0
  const fresh = await db
    .insert(docLinks)
    .values(toIds.map((toId) => ({ fromId, toId })))
    .onConflictDoNothing()
    .returning({ toId: docLinks.toId })
  return gone.length + fresh.length > 0
}

/** The docs that name this one, as far as the actor may read them; the latest changed first. */
export async function listBacklinks(db: Queryable, actor: Actor, toId: string): Promise<DocLink[]> {
  const naming = db
    .select({ fromId: docLinks.fromId })
    .from(docLinks)
    .where(and(eq(docLinks.toId, toId), ne(docLinks.fromId, toId)))
  const rows = await withDocRights(db, actor)
    .where(and(inSight(actor), inArray(docs.id, naming)))
    .orderBy(desc(docs.changedAt), docs.id)
  return rows.map((row) => linkTo(actor, row))
}
