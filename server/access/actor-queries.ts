import type { Actor } from '@atelier/shared/access/can'
import { refuse } from '@atelier/shared/refusals'
import { and, eq, isNull } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { people } from '../db/tables'

/** As they are now, for work that goes on long after they asked for it: refused once they are suspended. */
export async function actorNow(db: Queryable, { personId }: Actor): Promise<Actor> {
  const [actor] = await db
    .select({ personId: people.id, workspaceId: people.workspaceId, role: people.role })
    .from(people)
    .where(and(eq(people.id, personId), isNull(people.suspendedAt)))
  return actor ?? refuse('signed-out')
}
