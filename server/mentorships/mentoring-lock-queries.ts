import { mostRecords } from '@atelier/shared/mentorships/mentoring'
import { refuse } from '@atelier/shared/refusals'
import { and, count, eq, isNull, type SQL } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Queryable } from '../db/database'
import { agendaItems } from '../db/mentoring-tables'
import { mentorships } from '../db/mentorship-tables'

/** By whom, in which mentorship, under which id. */
export type RecordPlace = { mentorshipId: string; id: string; by: string }

/** Nobody else writes in it until the transaction ends. */
export const lockMentorship = (tx: Queryable, id: string) =>
  tx
    .select({ state: mentorships.state })
    .from(mentorships)
    .where(eq(mentorships.id, id))
    .for('no key update')

type OfMentorship = PgTable & { id: PgColumn; mentorshipId: PgColumn }

/**
 * Whether this mentorship has it already; nobody else writes in the mentorship until the transaction ends. Refuses
 * an id that another has, and more than there may be: of those `counted`, or of all.
 */
export async function lockFor(
  tx: Queryable,
  table: OfMentorship,
  { mentorshipId, id }: Omit<RecordPlace, 'by'>,
  counted?: SQL,
): Promise<boolean> {
  await lockMentorship(tx, mentorshipId)
  const [known] = await tx
    .select({ mentorshipId: table.mentorshipId })
    .from(table)
    .where(eq(table.id, id))
  if (known) return known.mentorshipId === mentorshipId || refuse('not-found')
  const [all] = await tx
    .select({ records: count() })
    .from(table)
    .where(and(eq(table.mentorshipId, mentorshipId), counted))
  if ((all?.records ?? 0) >= mostRecords) refuse('too-many')
  return false
}

/** An item of the agenda, likewise. What was removed, and may be put back, is in nobody’s way. */
export const lockForItem = (tx: Queryable, place: Omit<RecordPlace, 'by'>): Promise<boolean> =>
  lockFor(tx, agendaItems, place, isNull(agendaItems.removedAt))
