/** Mentorships, as their own people read them. */
import { type Actor, can } from '@atelier/shared/access/can'
import {
  type Mentorship,
  type MentorshipPage,
  type MentorshipPerson,
  mostListed,
} from '@atelier/shared/mentorships/mentorship'
import { and, asc, desc, eq, inArray, isNotNull, isNull, ne, or, sql } from 'drizzle-orm'
import {
  type LoadedMentorship,
  mentorshipVisibleTo,
  withMentorshipRights,
} from '../access/mentorship-access-queries'
import type { Queryable } from '../db/database'
import { mentorshipPeople, mentorships } from '../db/mentorship-tables'
import { departments, organisations, people } from '../db/tables'
import { personCard } from '../people/person-queries'
import { loadAgreements } from './agreement-queries'
import { loadLookBacks, lookedBackOn } from './look-back-queries'

type Row = typeof mentorships.$inferSelect

/**
 * The latest first; where there are too many, without the oldest that are over. What was taken back before anybody
 * said yes is only listed for who asked.
 */
export async function listMentorships(db: Queryable, actor: Actor): Promise<Mentorship[]> {
  const isListed = or(
    ne(mentorships.state, 'ended'),
    isNotNull(mentorships.beganAt),
    eq(mentorships.askedBy, actor.personId),
  )
  const isOver = sql`${mentorships.state} in ('ended', 'declined')`
  const rows = await withMentorshipRights(db, actor)
    .where(and(mentorshipVisibleTo(actor), isListed))
    .orderBy(isOver, desc(mentorships.createdAt), desc(mentorships.id))
    .limit(mostListed)
  const listed = rows.map(({ mentorship }) => mentorship).sort(latestFirst)
  const ids = listed.map(({ id }) => id)
  const inThem = await peopleIn(db, ids)
  const lookedBack = await lookedBackOn(db, actor.personId, ids)
  return listed.map((row) => mentorshipOf(row, inThem, lookedBack))
}

const latestFirst = (a: Row, b: Row) =>
  b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1)

/** Who has not said yes to it yet sees that they are asked, and by whom. */
export async function loadMentorshipPage(
  db: Queryable,
  actor: Actor,
  loaded: LoadedMentorship,
): Promise<MentorshipPage> {
  const { row } = loaded
  const lookedBack = await lookedBackOn(db, actor.personId, [row.id])
  const mentorship = mentorshipOf(row, await peopleIn(db, [row.id]), lookedBack)
  if (!can(actor, 'follow', loaded))
    return { ...mentorship, agreement: null, proposed: null, lookBacks: [] }
  return {
    ...mentorship,
    ...(await loadAgreements(db, mentorship)),
    lookBacks: await loadLookBacks(db, mentorship, actor.personId),
  }
}

const mentorshipOf = (
  { id, kind, state, askedBy, words, createdAt, beganAt, endedAt }: Row,
  inThem: readonly (MentorshipPerson & { mentorshipId: string })[],
  lookedBack: ReadonlySet<string>,
): Mentorship => ({
  id,
  kind,
  state,
  askedBy,
  words,
  askedAt: createdAt.toISOString(),
  beganAt: beganAt?.toISOString() ?? null,
  endedAt: endedAt?.toISOString() ?? null,
  hasLookedBack: lookedBack.has(id),
  people: inThem
    .filter((one) => one.mentorshipId === id)
    .map(({ mentorshipId, ...person }) => person),
})

async function peopleIn(db: Queryable, ids: string[]) {
  if (ids.length === 0) return []
  const rows = await db
    .select({
      mentorshipId: mentorshipPeople.mentorshipId,
      ...personCard,
      role: mentorshipPeople.role,
      answer: mentorshipPeople.answer,
      words: mentorshipPeople.words,
      leftAt: mentorshipPeople.leftAt,
    })
    .from(mentorshipPeople)
    .innerJoin(people, eq(people.id, mentorshipPeople.personId))
    .innerJoin(organisations, eq(organisations.id, people.organisationId))
    .leftJoin(departments, eq(departments.id, people.departmentId))
    .where(inArray(mentorshipPeople.mentorshipId, ids))
    .orderBy(asc(mentorshipPeople.role), asc(people.name), asc(people.id))
  return rows.map(({ leftAt, ...row }) => ({ ...row, hasLeft: leftAt !== null }))
}

/** Whoever is in it, or is asked to be: for notices, and for who is to be asked again about rooms. */
export async function peopleOf(db: Queryable, id: string): Promise<string[]> {
  return (await rowsOf(db, id)).map(({ personId }) => personId)
}

/** Whoever has said yes to it, and reads what is done there. */
export async function followersOf(db: Queryable, id: string): Promise<string[]> {
  const rows = await rowsOf(db, id)
  return rows.filter(({ answer }) => answer === true).map(({ personId }) => personId)
}

const rowsOf = (db: Queryable, id: string) =>
  db
    .select({ personId: mentorshipPeople.personId, answer: mentorshipPeople.answer })
    .from(mentorshipPeople)
    .where(and(eq(mentorshipPeople.mentorshipId, id), isNull(mentorshipPeople.leftAt)))
