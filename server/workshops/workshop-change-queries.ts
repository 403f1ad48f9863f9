import { and, eq, isNull } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { rooms } from '../db/tables'
import { workshops } from '../db/workshop-tables'

type Change = Partial<Pick<typeof workshops.$inferInsert, 'title' | 'lobby' | 'locked' | 'roams'>>

export const changeWorkshopRow = (db: Queryable, workshopId: string, change: Change) =>
  db
    .update(workshops)
    .set({ ...change, changedAt: new Date() })
    .where(eq(workshops.id, workshopId))

/** Whether this workshop is one of the project's, and in no bin. */
export async function isInProject(
  db: Queryable,
  workshopId: string,
  projectId: string,
): Promise<boolean> {
  const found = await db
    .select({ id: workshops.id })
    .from(workshops)
    .innerJoin(rooms, eq(rooms.id, workshops.id))
    .where(
      and(
        eq(workshops.id, workshopId),
        eq(rooms.projectId, projectId),
        isNull(workshops.trashedAt),
      ),
    )
  return found.length > 0
}
