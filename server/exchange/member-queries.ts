import { and, eq, isNull } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { people, projectMembers } from '../db/tables'
import type { Member } from './match-people'

/** Who takes part in a project, with the addresses by which others may know them: those never leave the server. */
export const loadMembers = (db: Queryable, projectId: string): Promise<Member[]> =>
  db
    .select({ id: people.id, name: people.name, email: people.email })
    .from(projectMembers)
    .innerJoin(people, eq(people.id, projectMembers.personId))
    .where(and(eq(projectMembers.projectId, projectId), isNull(people.suspendedAt)))
    .orderBy(people.id)
