/** Who is here, and neither suspended nor gone. */
import { refuse } from '@atelier/shared/refusals'
import { and, eq, inArray, isNull, type SQLWrapper, sql } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { people } from '../db/tables'

export const isHere = (personId: SQLWrapper) =>
  sql`exists (select 1 from ${people} where ${people.id} = ${personId} and ${people.suspendedAt} is null)`

/**
 * Before something of theirs is written, in the same transaction: until it ends, nobody ends their account, which
 * takes all they have written along. Refuses with `signed-out` where that was done meanwhile.
 */
export async function requireStillHere(tx: Queryable, personId: string): Promise<void> {
  const [here] = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.id, personId), isNull(people.suspendedAt)))
    .for('no key update')
  if (!here) refuse('signed-out')
}

/**
 * Those of them who are here, and stay so until the transaction ends. Two who name each other at the same moment queue
 * up; so does whoever is suspended, or leaves.
 */
export const lockHere = (tx: Queryable, ids: string[]): Promise<{ id: string }[]> =>
  tx
    .select({ id: people.id })
    .from(people)
    .where(and(inArray(people.id, ids), isNull(people.suspendedAt)))
    .orderBy(people.id)
    .for('no key update')
