import type { Actor } from '@atelier/shared/access/can'
import type { Grant } from '@atelier/shared/people/grant'
import { asc, eq } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { departments, organisations, people, projectMembers, projects } from '../db/tables'
import { listInvitations } from './invitation-queries'
import { byName, listPeople, personCard } from './person-queries'

/** Everything that gives somebody access to anything in the actor's workspace. */
export async function listGrants(db: Queryable, actor: Actor): Promise<Grant[]> {
  const persons = await listPeople(db, actor)
  const memberships = await listMemberships(db, actor.workspaceId)
  const links = await listInvitations(db, actor.workspaceId)
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
    ...links
      .filter((invitation) => invitation.state === 'open')
      .map((invitation): Grant => ({ kind: 'invitation', invitation })),
  ]
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
