import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { people, projectMembers } from '../db/tables'
import { workshopParticipants, workshops } from '../db/workshop-tables'

/** Who are in it, or were. */
export async function countEverybody(db: Queryable, workshopId: string): Promise<number> {
  const [row] = await db
    .select({ people: sql<number>`count(*)::int` })
    .from(workshopParticipants)
    .where(
      and(
        eq(workshopParticipants.workshopId, workshopId),
        inArray(workshopParticipants.state, ['in', 'left']),
      ),
    )
  return row?.people ?? 0
}

/** The workshop that another goes on with, unless it lies in the bin. */
export async function loadBefore(db: Queryable, workshopId: string | null) {
  if (workshopId === null) return null
  const [row] = await db
    .select({ id: workshops.id, title: workshops.title, endedAt: workshops.endedAt })
    .from(workshops)
    .where(and(eq(workshops.id, workshopId), isNull(workshops.trashedAt)))
  return row ?? null
}

/** Of these people, to whom a card of the project can be given: its members, and who manages the workspace. */
export async function assignableAmong(
  db: Queryable,
  projectId: string,
  personIds: readonly string[],
): Promise<Set<string>> {
  if (personIds.length === 0) return new Set()
  const rows = await db
    .select({ id: people.id })
    .from(people)
    .leftJoin(
      projectMembers,
      and(eq(projectMembers.personId, people.id), eq(projectMembers.projectId, projectId)),
    )
    .where(
      and(
        inArray(people.id, [...personIds]),
        isNull(people.suspendedAt),
        sql`(${projectMembers.role} is not null or ${people.role} in ('owner', 'admin'))`,
      ),
    )
  return new Set(rows.map(({ id }) => id))
}
