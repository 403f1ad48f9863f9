import { isUuid } from '@atelier/shared/basics/uuid'
import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { inPieces } from '../db/in-pieces'
import { people, projectMembers, projects } from '../db/tables'

/** Of these people, those who may read the project. Whoever a document names that is no id is nobody. */
export async function projectReadersAmong(
  db: Queryable,
  projectId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const isMember = and(
    eq(projectMembers.projectId, projects.id),
    eq(projectMembers.personId, people.id),
  )
  const readers = new Set<string>()
  for (const piece of inPieces(ids.filter(isUuid))) {
    const rows = await db
      .select({ id: people.id })
      .from(people)
      .innerJoin(projects, eq(projects.workspaceId, people.workspaceId))
      .leftJoin(projectMembers, isMember)
      .where(
        and(
          eq(projects.id, projectId),
          inArray(people.id, piece),
          isNull(people.suspendedAt),
          or(inArray(people.role, ['owner', 'admin']), sql`${projectMembers.role} is not null`),
        ),
      )
    for (const { id } of rows) readers.add(id)
  }
  return readers
}
