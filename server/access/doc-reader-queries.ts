import { type Actor, can } from '@atelier/shared/access/can'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { docGrants, docs } from '../db/doc-tables'
import { people, projectMembers, projects, rooms } from '../db/tables'
import { docFacts, docSubjectOf } from './doc-access-queries'

/** Of these people those who may read the doc now, or follow what is said about it. */
export async function readersAmong(
  db: Queryable,
  docId: string,
  actors: readonly Actor[],
  verb: 'read' | 'follow' = 'read',
): Promise<Actor[]> {
  const [found] = await db
    .select({ doc: docFacts, project: projects })
    .from(docs)
    .innerJoin(rooms, eq(rooms.id, docs.id))
    .innerJoin(projects, eq(projects.id, rooms.projectId))
    .where(eq(docs.id, docId))
  if (!found || actors.length === 0) return []
  const ids = actors.map(({ personId }) => personId)
  const members = await db
    .select({ personId: projectMembers.personId, role: projectMembers.role })
    .from(projectMembers)
    .where(
      and(eq(projectMembers.projectId, found.project.id), inArray(projectMembers.personId, ids)),
    )
  const grants = await db
    .select({ personId: docGrants.personId, role: docGrants.role })
    .from(docGrants)
    .where(and(eq(docGrants.docId, docId), inArray(docGrants.personId, ids)))
  const roleOf = new Map(members.map(({ personId, role }) => [personId, role]))
  const grantOf = new Map(grants.map(({ personId, role }) => [personId, role]))
  return actors.filter((actor) => {
    const role = roleOf.get(actor.personId) ?? null
    const grant = grantOf.get(actor.personId) ?? null
    return can(actor, verb, docSubjectOf({ ...found, role, grant }))
  })
}

/** The ids of all who may read the doc, but those who are suspended. */
export async function readersOf(
  db: Queryable,
  { id, workspaceId }: { id: string; workspaceId: string },
): Promise<Set<string>> {
  const actors = await db
    .select({ personId: people.id, workspaceId: people.workspaceId, role: people.role })
    .from(people)
    .where(and(eq(people.workspaceId, workspaceId), isNull(people.suspendedAt)))
  const readers = await readersAmong(db, id, actors)
  return new Set(readers.map(({ personId }) => personId))
}
