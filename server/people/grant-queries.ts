import type { Actor } from '@atelier/shared/access/can'
import type { Grant } from '@atelier/shared/people/grant'
import { and, asc, eq, gt, isNull } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { docGrants, docPublicLinks, docs } from '../db/doc-tables'
import { departments, organisations, people, projectMembers, projects, rooms } from '../db/tables'
import { listInvitations } from './invitation-queries'
import { byName, listPeople, personCard } from './person-queries'

/** Everything that gives somebody access to anything in the actor's workspace. */
export async function listGrants(db: Queryable, actor: Actor): Promise<Grant[]> {
  const persons = (await listPeople(db, actor)).filter(({ hasLeft }) => !hasLeft)
  const memberships = await listMemberships(db, actor.workspaceId)
  const links = await listInvitations(db, actor.workspaceId)
  const toDocs = await listDocGrants(db, actor.workspaceId)
  const publicLinks = await listPublicLinks(db, actor.workspaceId)
  return [
    ...persons.map((person): Grant => {
      return {
        kind: 'workspace',
        person,
        role: person.role,
        suspended: person.suspended ?? false,
      }
    }),
    ...memberships,
    ...toDocs,
    ...publicLinks,
    ...links
      .filter((invitation) => invitation.state === 'open')
      .map((invitation): Grant => ({ kind: 'invitation', invitation })),
  ]
}

const grantedDoc = {
  id: docs.id,
  title: docs.title,
  project: projects.title,
  archivedAt: projects.archivedAt,
}
const asGranted = ({
  archivedAt,
  ...doc
}: {
  id: string
  title: string
  project: string
  archivedAt: Date | null
}) => ({
  ...doc,
  archived: archivedAt !== null,
})

/** Nobody comes in to what lies in the bin. */
async function listDocGrants(db: Queryable, workspaceId: string): Promise<Grant[]> {
  const rows = await db
    .select({ person: personCard, doc: grantedDoc, role: docGrants.role })
    .from(docGrants)
    .innerJoin(docs, and(eq(docs.id, docGrants.docId), isNull(docs.trashedAt)))
    .innerJoin(rooms, eq(rooms.id, docs.id))
    .innerJoin(projects, eq(projects.id, rooms.projectId))
    .innerJoin(people, eq(people.id, docGrants.personId))
    .innerJoin(organisations, eq(organisations.id, people.organisationId))
    .leftJoin(departments, eq(departments.id, people.departmentId))
    .where(eq(projects.workspaceId, workspaceId))
    .orderBy(asc(docs.title), byName)
  return rows.map(({ doc, ...grant }) => ({ kind: 'doc', ...grant, doc: asGranted(doc) }))
}

async function listPublicLinks(db: Queryable, workspaceId: string): Promise<Grant[]> {
  const { id, expiresAt, revokedAt } = docPublicLinks
  const rows = await db
    .select({ id, expiresAt, by: people.name, doc: grantedDoc })
    .from(docPublicLinks)
    .innerJoin(docs, and(eq(docs.id, docPublicLinks.docId), isNull(docs.trashedAt)))
    .innerJoin(rooms, eq(rooms.id, docs.id))
    .innerJoin(projects, eq(projects.id, rooms.projectId))
    .innerJoin(people, eq(people.id, docPublicLinks.createdBy))
    .where(and(eq(projects.workspaceId, workspaceId), isNull(revokedAt), gt(expiresAt, new Date())))
    .orderBy(asc(docs.title), id)
  return rows.map(({ doc, ...link }) => ({
    kind: 'link',
    ...link,
    doc: asGranted(doc),
    expiresAt: link.expiresAt.toISOString(),
  }))
}

async function listMemberships(db: Queryable, workspaceId: string): Promise<Grant[]> {
  const rows = await db
    .select({
      person: personCard,
      project: { id: projects.id, title: projects.title, archivedAt: projects.archivedAt },
      role: projectMembers.role,
    })
    .from(projectMembers)
    .innerJoin(projects, eq(projects.id, projectMembers.projectId))
    .innerJoin(people, eq(people.id, projectMembers.personId))
    .innerJoin(organisations, eq(organisations.id, people.organisationId))
    .leftJoin(departments, eq(departments.id, people.departmentId))
    .where(eq(projects.workspaceId, workspaceId))
    .orderBy(asc(projects.title), byName)
  return rows.map(({ person, project: { archivedAt, ...project }, role }) => ({
    kind: 'project',
    person,
    project: { ...project, archived: archivedAt !== null },
    role,
  }))
}
