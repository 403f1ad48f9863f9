/**
 * Sections of journals as people may see them. What decides about them is loaded here and nowhere else: for routes,
 * for lists, for the door of their rooms, and for whom a notice is.
 */
import { type Actor, can } from '@atelier/shared/access/can'
import { canInSection, type SectionSubject } from '@atelier/shared/access/can-in-journals'
import { refuse } from '@atelier/shared/refusals'
import { and, desc, eq, exists, inArray, isNull, ne, or, type SQL, sql } from 'drizzle-orm'
import { type AnyPgColumn, alias } from 'drizzle-orm/pg-core'
import type { Queryable } from '../db/database'
import { entries, sectionSharings, sections } from '../db/journal-tables'
import { mentorshipPeople, mentorships } from '../db/mentorship-tables'
import { isHere } from './still-here-queries'

const author = alias(mentorshipPeople, 'author')
const own = alias(mentorshipPeople, 'own')
const isInIt = (who: typeof own | typeof author) => and(eq(who.answer, true), isNull(who.leftAt))

/** `asked` is a row for each answer, with a `person_id` and a `nth`; `which` says of which sections. */
function withFacts(db: Queryable, asked: SQL, which: SQL) {
  return db
    .select({
      nth: sql<number>`asked.nth::int`,
      personId: sql<string>`asked.person_id`,
      section: sections,
      entry: entries,
      isAuthor: sql<boolean>`${entries.authorId} = asked.person_id`,
      state: mentorships.state,
      role: own.role,
    })
    .from(asked)
    .innerJoin(sections, which)
    .innerJoin(entries, eq(entries.id, sections.entryId))
    .leftJoin(
      author,
      and(
        eq(author.mentorshipId, entries.mentorshipId),
        eq(author.personId, entries.authorId),
        isInIt(author),
        // What somebody has shared is nobody else's while they are suspended.
        isHere(author.personId),
      ),
    )
    .leftJoin(
      own,
      and(
        eq(own.mentorshipId, author.mentorshipId),
        sql`${own.personId} = asked.person_id`,
        isInIt(own),
      ),
    )
    .leftJoin(mentorships, eq(mentorships.id, own.mentorshipId))
    .$dynamic()
}

const askedBy = (personId: string) =>
  sql`(select ${personId}::uuid as person_id, 1 as nth) as asked`

/** All sections there are, with what decides whether this person may read each. */
export const withSectionRights = (db: Queryable, actor: Pick<Actor, 'personId'>) =>
  withFacts(db, askedBy(actor.personId), sql`true`)

export type SectionRow = Awaited<ReturnType<typeof withFacts>>[number]

/** Their own, and those of their mentorships: what an index finds, before anything is looked at more closely. */
const isNearTo = ({ personId }: Actor) =>
  or(
    eq(entries.authorId, personId),
    sql`${entries.mentorshipId} = any(array(
      select ${mentorshipPeople.mentorshipId} from ${mentorshipPeople}
      where ${mentorshipPeople.personId} = ${personId}))`,
  )

/** Those an actor may read: the one twin in SQL of `can(actor, 'read', section)`. Needs `withSectionRights`. */
export const sectionVisibleTo = (actor: Actor): SQL | undefined =>
  and(
    eq(entries.workspaceId, actor.workspaceId),
    isNearTo(actor),
    or(
      eq(entries.authorId, actor.personId),
      and(
        inArray(mentorships.state, ['active', 'paused']),
        or(
          and(eq(sections.audience, 'pair'), inArray(own.role, ['mentor', 'mentee'])),
          and(eq(sections.audience, 'circle'), eq(own.role, 'peer')),
        ),
      ),
    ),
  )

/**
 * Whether the actor may read a thread in the margin of the section that `sectionId` names: its author all of them,
 * others what was begun since it was shared last. The one twin in SQL of how threads are listed.
 */
export const threadInSight = (
  db: Queryable,
  actor: Actor,
  { sectionId, begunAt }: { sectionId: AnyPgColumn; begunAt: AnyPgColumn },
): SQL => {
  const shared = sql`(select max(${sectionSharings.at}) from ${sectionSharings}
    where ${sectionSharings.sectionId} = ${sections.id} and ${sectionSharings.audience} <> 'private')`
  const hasSeen = or(eq(entries.authorId, actor.personId), sql`${begunAt} >= ${shared}`)
  return exists(
    withSectionRights(db, actor).where(
      and(sectionVisibleTo(actor), eq(sections.id, sectionId), hasSeen),
    ),
  )
}

const sectionSubjectOf = ({
  section,
  entry,
  isAuthor,
  state,
  role,
}: SectionRow): SectionSubject => ({
  kind: 'section',
  workspaceId: entry.workspaceId,
  isAuthor,
  audience: section.audience,
  mentorship: state === null || role === null ? null : { state, role },
  frozen: section.frozenAt !== null,
})

/** One section as the actor may read it, through its entry; or not-found. */
export const loadSection = (db: Queryable, actor: Actor, entryId: string, id: string) =>
  loadOne(db, actor, and(eq(sections.id, id), eq(sections.entryId, entryId)), id)

/** Likewise, as the room it is. */
export const loadSectionRoom = (db: Queryable, actor: Actor, id: string) =>
  loadOne(db, actor, eq(sections.id, id), id)

async function loadOne(db: Queryable, actor: Actor, which: SQL | undefined, id: string) {
  const [row] = await withSectionRights(db, actor).where(and(sectionVisibleTo(actor), which))
  if (!row) return refuse('not-found')
  const subject = sectionSubjectOf(row)
  if (!can(actor, 'read', subject)) return refuse('not-found')
  return { ...subject, id, entry: row.entry, sharedAt: row.section.sharedAt }
}

/** When it was last made another's as well. */
export const sharedSince = async (db: Queryable, sectionId: string): Promise<Date> =>
  (await lastShared(db, sectionId)) ?? refuse('not-found')

async function lastShared(db: Queryable, sectionId: string): Promise<Date | null> {
  const [last] = await db
    .select({ at: sectionSharings.at })
    .from(sectionSharings)
    .where(and(eq(sectionSharings.sectionId, sectionId), ne(sectionSharings.audience, 'private')))
    .orderBy(desc(sectionSharings.at))
    .limit(1)
  return last?.at ?? null
}

export type SectionQuestion = { personId: string; sectionId: string }

/** What decides about each of these people in this section, in one query; null where there is none. */
export async function loadSectionSubjects(
  db: Queryable,
  questions: readonly SectionQuestion[],
): Promise<(SectionSubject | null)[]> {
  const personIds = sql.param(questions.map(({ personId }) => personId))
  const sectionIds = sql.param(questions.map(({ sectionId }) => sectionId))
  const asked = sql`unnest(${personIds}::uuid[], ${sectionIds}::uuid[])
    with ordinality as asked(person_id, section_id, nth)`
  const rows = await withFacts(db, asked, sql`${sections.id} = asked.section_id`)
  const found = new Map(rows.map((row) => [row.nth, sectionSubjectOf(row)]))
  return questions.map((_, i) => found.get(i + 1) ?? null)
}

/** Who reads any of an entry now, its author included: for notices. */
export const readersOfEntry = (db: Queryable, entryId: string): Promise<string[]> =>
  readersIn(db, entryId, eq(sections.entryId, entryId))

/** Likewise of one section. */
export const readersOfSection = (db: Queryable, section: { id: string; entryId: string }) =>
  readersIn(db, section.entryId, eq(sections.id, section.id))

/** Of those who read one section, who reads in its margin what was begun at `begunAt`. */
export async function readersOfThread(
  db: Queryable,
  section: { id: string; entryId: string },
  begunAt: Date,
): Promise<string[]> {
  const readers = await readersOfSection(db, section)
  const shared = await lastShared(db, section.id)
  if (shared !== null && begunAt >= shared) return readers
  const [entry] = await db
    .select({ authorId: entries.authorId })
    .from(entries)
    .where(eq(entries.id, section.entryId))
  return readers.filter((personId) => personId === entry?.authorId)
}

/** Until the transaction ends nobody shares any of it otherwise, or moves it elsewhere. */
export async function holdEntry(tx: Queryable, entryId: string) {
  const [entry] = await tx
    .select({ authorId: entries.authorId, mentorshipId: entries.mentorshipId })
    .from(entries)
    .where(eq(entries.id, entryId))
    .for('share')
  return entry ?? refuse('not-found')
}

async function readersIn(db: Queryable, entryId: string, which: SQL): Promise<string[]> {
  const asked = sql`(
    select ${entries.authorId} as person_id, 1 as nth from ${entries} where ${entries.id} = ${entryId}
    union
    select ${mentorshipPeople.personId}, 1 from ${entries}
    join ${mentorshipPeople} on ${mentorshipPeople.mentorshipId} = ${entries.mentorshipId}
    where ${entries.id} = ${entryId}) as asked`
  const rows = await withFacts(db, asked, which)
  const reading = rows.filter((row) => canInSection('read', sectionSubjectOf(row)))
  return [...new Set(reading.map(({ personId }) => personId))]
}
