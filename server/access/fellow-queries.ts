/** Who is in mentorships together: whose rights change when one of them comes or goes. */
import { and, eq, inArray, isNull, ne } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Queryable } from '../db/database'
import { mentorshipPeople, mentorships } from '../db/mentorship-tables'

const theirs = alias(mentorshipPeople, 'theirs')

/** All who are in some mentorship with this person, without themself. */
export async function fellowsOf(db: Queryable, personId: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ personId: theirs.personId })
    .from(mentorshipPeople)
    .innerJoin(
      theirs,
      and(
        eq(theirs.mentorshipId, mentorshipPeople.mentorshipId),
        ne(theirs.personId, personId),
        isNull(theirs.leftAt),
      ),
    )
    .where(and(eq(mentorshipPeople.personId, personId), isNull(mentorshipPeople.leftAt)))
  return rows.map((row) => row.personId)
}

type Resting = { mentorshipId: string; personId: string }

/**
 * While one of a pair is not here, it rests; whoever comes back, or the other, decides how it goes on. Answers which do
 * from now on, and who the other is.
 */
export async function pausePairsOf(tx: Queryable, personId: string): Promise<Resting[]> {
  const own = tx
    .select({ id: mentorshipPeople.mentorshipId })
    .from(mentorshipPeople)
    .where(and(eq(mentorshipPeople.personId, personId), isNull(mentorshipPeople.leftAt)))
  const paused = await tx
    .update(mentorships)
    .set({ state: 'paused' })
    .where(
      and(
        inArray(mentorships.id, own),
        eq(mentorships.kind, 'pair'),
        eq(mentorships.state, 'active'),
      ),
    )
    .returning({ id: mentorships.id })
  const ids = paused.map(({ id }) => id)
  return tx
    .select({ mentorshipId: theirs.mentorshipId, personId: theirs.personId })
    .from(theirs)
    .where(and(inArray(theirs.mentorshipId, ids), ne(theirs.personId, personId)))
}
