/** Links by which anybody reads one doc, until they end. */
import { randomBytes } from 'node:crypto'
import type { PublicLinkRow } from '@atelier/shared/docs/doc-lists'
import { refuse } from '@atelier/shared/refusals'
import { and, desc, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import { hashOf } from '../access/hash-of'
import type { Queryable } from '../db/database'
import { docPublicLinks, docs } from '../db/doc-tables'
import { roomUpdates } from '../db/log-tables'
import { people, projects, rooms } from '../db/tables'

/** The token is told once, here; only its hash is kept. */
export async function insertPublicLink(
  db: Queryable,
  link: { docId: string; createdBy: string; expiresAt: Date },
): Promise<{ id: string; token: string }> {
  const token = randomBytes(32).toString('base64url')
  const [row] = await db
    .insert(docPublicLinks)
    .values({ ...link, tokenHash: hashOf(token) })
    .returning({ id: docPublicLinks.id })
  return { id: row?.id ?? refuse('unavailable'), token }
}

const isOpen = () => and(isNull(docPublicLinks.revokedAt), gt(docPublicLinks.expiresAt, new Date()))

export async function listOpenLinks(db: Queryable, docId: string): Promise<PublicLinkRow[]> {
  const rows = await db
    .select({
      id: docPublicLinks.id,
      by: people.name,
      createdAt: docPublicLinks.createdAt,
      expiresAt: docPublicLinks.expiresAt,
    })
    .from(docPublicLinks)
    .innerJoin(people, eq(people.id, docPublicLinks.createdBy))
    .where(and(eq(docPublicLinks.docId, docId), isOpen()))
    .orderBy(desc(docPublicLinks.createdAt), docPublicLinks.id)
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  }))
}

/** Not-found for a link of another doc. */
export async function revokePublicLink(db: Queryable, docId: string, id: string): Promise<void> {
  const rows = await db
    .update(docPublicLinks)
    .set({ revokedAt: new Date() })
    .where(
      and(
        eq(docPublicLinks.id, id),
        eq(docPublicLinks.docId, docId),
        isNull(docPublicLinks.revokedAt),
      ),
    )
    .returning({ id: docPublicLinks.id })
  if (rows.length === 0) refuse('not-found')
}

export const endPublicLinks = (db: Queryable, docIds: readonly string[]) =>
  db
    .update(docPublicLinks)
    .set({ revokedAt: new Date() })
    .where(and(inArray(docPublicLinks.docId, [...docIds]), isNull(docPublicLinks.revokedAt)))

/** `state` changes with every change of what its room's log holds. */
export type PublicDoc = { id: string; workspaceId: string; linkId: string; state: string }

/** The doc a link opens. One that never was, is over or revoked, or whose doc is in the bin: all the same. */
export async function loadPublicDoc(db: Queryable, token: string): Promise<PublicDoc> {
  const [row] = await db
    .select({
      id: docs.id,
      workspaceId: projects.workspaceId,
      linkId: docPublicLinks.id,
      // Numbers are given out before they are committed: the highest alone may be there before others.
      state: sql<string>`(select concat(max(seq), '/', count(*)) from ${roomUpdates} where room_id = ${docs.id})`,
    })
    .from(docPublicLinks)
    .innerJoin(docs, and(eq(docs.id, docPublicLinks.docId), isNull(docs.trashedAt)))
    .innerJoin(rooms, eq(rooms.id, docs.id))
    .innerJoin(projects, eq(projects.id, rooms.projectId))
    .where(and(eq(docPublicLinks.tokenHash, hashOf(token)), isOpen()))
  return row ?? refuse('not-found')
}
