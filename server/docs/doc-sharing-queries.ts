/** Who may come into a doc beside its project's members, and where else it is found. */
import type { DocRole } from '@atelier/shared/access/roles'
import type { DocAccess } from '@atelier/shared/docs/doc-lists'
import { subtreeOf } from '@atelier/shared/docs/doc-tree'
import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { docGrants, docs } from '../db/doc-tables'
import { departments, organisations, people, projectMembers, rooms } from '../db/tables'
import { byName, personCard } from '../people/person-queries'
import { holdTree } from './doc-tree-queries'
import { endPublicLinks, listOpenLinks } from './public-link-queries'

export async function loadDocAccess(
  db: Queryable,
  doc: { id: string; projectId: string; restricted: boolean; inLibrary: boolean },
): Promise<DocAccess> {
  const leads = await db
    .select(personCard)
    .from(projectMembers)
    .innerJoin(people, eq(people.id, projectMembers.personId))
    .innerJoin(organisations, eq(organisations.id, people.organisationId))
    .leftJoin(departments, eq(departments.id, people.departmentId))
    .where(and(eq(projectMembers.projectId, doc.projectId), eq(projectMembers.role, 'lead')))
    .orderBy(byName, people.id)
  const granted = await db
    .select({ ...personCard, role: docGrants.role })
    .from(docGrants)
    .innerJoin(people, eq(people.id, docGrants.personId))
    .innerJoin(organisations, eq(organisations.id, people.organisationId))
    .leftJoin(departments, eq(departments.id, people.departmentId))
    .where(eq(docGrants.docId, doc.id))
    .orderBy(byName, people.id)
  const links = await listOpenLinks(db, doc.id)
  const open = (await openUnder(db, doc)).filter(({ trashedAt }) => trashedAt === null)
  const { restricted, inLibrary } = doc
  return { restricted, inLibrary, leads, people: granted, links, openUnder: open.length }
}

export async function putGrant(
  db: Queryable,
  grant: { docId: string; personId: string; role: DocRole; grantedBy: string },
): Promise<void> {
  const { role, grantedBy } = grant
  await db
    .insert(docGrants)
    .values(grant)
    .onConflictDoUpdate({
      target: [docGrants.docId, docGrants.personId],
      set: { role, grantedBy, grantedAt: new Date() },
    })
}

export const removeGrant = (db: Queryable, docId: string, personId: string) =>
  db.delete(docGrants).where(and(eq(docGrants.docId, docId), eq(docGrants.personId, personId)))

/** Says whether any of them was there. */
export async function takeOutOfLibrary(db: Queryable, docIds: readonly string[]): Promise<boolean> {
  const taken = await db
    .update(docs)
    .set({ libraryAt: null })
    .where(and(inArray(docs.id, [...docIds]), isNotNull(docs.libraryAt)))
    .returning({ id: docs.id })
  return taken.length > 0
}

/** What stands under a doc, at any depth and also in the bin, that is open to its whole project. */
async function openUnder(db: Queryable, doc: { id: string; projectId: string }) {
  const tree = await db
    .select({
      id: docs.id,
      parentId: docs.parentId,
      restricted: docs.restricted,
      trashedAt: docs.trashedAt,
    })
    .from(docs)
    .innerJoin(rooms, eq(rooms.id, docs.id))
    .where(eq(rooms.projectId, doc.projectId))
  return subtreeOf(tree, doc.id).filter(({ id, restricted }) => id !== doc.id && !restricted)
}

/**
 * Closes what stands under a doc: to all but the same people and those let into one of them, out of the
 * library and without public links. Resolves with their ids.
 */
export async function restrictUnder(
  tx: Queryable,
  doc: { id: string; projectId: string },
): Promise<string[]> {
  await holdTree(tx, doc.projectId)
  const ids = (await openUnder(tx, doc)).map(({ id }) => id)
  if (ids.length === 0) return []
  await tx.update(docs).set({ restricted: true, libraryAt: null }).where(inArray(docs.id, ids))
  await endPublicLinks(tx, ids)
  const grants = await tx.select().from(docGrants).where(eq(docGrants.docId, doc.id))
  const theirs = ids.flatMap((docId) => grants.map((grant) => ({ ...grant, docId })))
  if (theirs.length > 0) await tx.insert(docGrants).values(theirs).onConflictDoNothing()
  return ids
}

export type DocFlags = { template?: boolean; inLibrary?: boolean; restricted?: boolean }

export async function changeDocFlags(db: Queryable, docId: string, flags: DocFlags): Promise<void> {
  const { template, inLibrary, restricted } = flags
  const change = {
    ...(template !== undefined && { template }),
    ...(restricted !== undefined && { restricted }),
    ...(inLibrary !== undefined && { libraryAt: inLibrary ? new Date() : null }),
  }
  if (Object.keys(change).length > 0) await db.update(docs).set(change).where(eq(docs.id, docId))
}
