import type { Actor } from '@atelier/shared/access/can'
import { and, inArray, isNull } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { people } from '../db/tables'

/** Of these ids, whoever is a person and not suspended. */
export async function knownActors(db: Queryable, ids: readonly string[]): Promise<Actor[]> {
  if (ids.length === 0) return []
  return db
    .select({ personId: people.id, workspaceId: people.workspaceId, role: people.role })
    .from(people)
    .where(and(inArray(people.id, [...ids]), isNull(people.suspendedAt)))
}
