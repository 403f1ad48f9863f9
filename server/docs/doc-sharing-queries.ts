/** Who may come into a doc beside its project's members, and where else it is found. */
import type { DocRole } from '@atelier/shared/access/roles'
import type { DocAccess } from '@atelier/shared/docs/doc-lists'
import { and, eq } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { docGrants, docs } from '../db/doc-tables'
import { departments, organisations, people, projectMembers } from '../db/tables'
import { byName, personCard } from '../people/person-queries'
import { listOpenLinks } from './public-link-queries'

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
  return { restricted: doc.restricted, inLibrary: doc.inLibrary, leads, people: granted, links }
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
