/** What people looked back on at the end: each for themself, and for the others once all have, so that nobody answers another. */
import {
  lookBackDays,
  type Mentorship,
  type MentorshipPage,
} from '@atelier/shared/mentorships/mentorship'
import { refuse } from '@atelier/shared/refusals'
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Database, Queryable } from '../db/database'
import { lookBacks, mentorshipPeople, mentorships } from '../db/mentorship-tables'

const dayMs = 86_400_000

type Row = { personId: string; words: string }

export async function loadLookBacks(
  db: Queryable,
  mentorship: Mentorship,
  readerId: string,
): Promise<MentorshipPage['lookBacks']> {
  const rows = await rowsOf(db, mentorship.id)
  return areShown(mentorship, rows) ? rows : rows.filter(({ personId }) => personId === readerId)
}

/** Of these, on which somebody has. */
export async function lookedBackOn(
  db: Queryable,
  personId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .select({ id: lookBacks.mentorshipId })
    .from(lookBacks)
    .where(and(eq(lookBacks.personId, personId), inArray(lookBacks.mentorshipId, [...ids])))
  return new Set(rows.map(({ id }) => id))
}

const rowsOf = (db: Queryable, id: string): Promise<Row[]> =>
  db
    .select({ personId: lookBacks.personId, words: lookBacks.words })
    .from(lookBacks)
    .where(eq(lookBacks.mentorshipId, id))
    .orderBy(asc(lookBacks.createdAt), asc(lookBacks.personId))

type Ended = Pick<Mentorship, 'endedAt'> & {
  people: readonly { id: string; answer: boolean | null; hasLeft: boolean }[]
}

function areShown({ endedAt, people }: Ended, rows: readonly Row[]): boolean {
  if (endedAt === null) return false
  if (Date.now() - Date.parse(endedAt) >= lookBackDays * dayMs) return true
  const writing = people.filter(({ answer, hasLeft }) => answer === true && !hasLeft)
  return writing.every(({ id }) => rows.some(({ personId }) => personId === id))
}

/** Refuses with `conflict` to change what the others may read already. */
export async function putLookBack(
  db: Database,
  mentorshipId: string,
  { personId, words }: Row,
): Promise<void> {
  await db.transaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(mentorships)
      .where(eq(mentorships.id, mentorshipId))
      .for('no key update')
    if (row?.beganAt == null) return refuse('conflict')
    const people = await tx
      .select({
        id: mentorshipPeople.personId,
        answer: mentorshipPeople.answer,
        leftAt: mentorshipPeople.leftAt,
      })
      .from(mentorshipPeople)
      .where(eq(mentorshipPeople.mentorshipId, mentorshipId))
    const ended: Ended = {
      endedAt: row.endedAt?.toISOString() ?? null,
      people: people.map(({ leftAt, ...one }) => ({ ...one, hasLeft: leftAt !== null })),
    }
    const known = await rowsOf(tx, mentorshipId)
    const hasWritten = known.some((one) => one.personId === personId)
    if (hasWritten && areShown(ended, known)) refuse('conflict')
    await tx
      .insert(lookBacks)
      .values({ mentorshipId, personId, words })
      .onConflictDoUpdate({
        target: [lookBacks.mentorshipId, lookBacks.personId],
        set: { words },
      })
  })
}
