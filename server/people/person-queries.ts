import { type Actor, can, type PersonSubject } from '@atelier/shared/access/can'
import type { WorkspaceRole } from '@atelier/shared/access/roles'
import type { PersonColour } from '@atelier/shared/people/choices'
import { personColours } from '@atelier/shared/people/choices'
import type { PersonRow } from '@atelier/shared/people/person'
import type { Me } from '@atelier/shared/people/session'
import { refuse } from '@atelier/shared/refusals'
import { and, count, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import { pausePairsOf } from '../access/fellow-queries'
import { isTaken, type Queryable } from '../db/database'
import { departments, organisations, people, projectMembers, workspaces } from '../db/tables'
import { putItems } from '../inbox/put-item-queries'

/** The columns of a PersonCard; join with `withPlace`. */
export const personCard = {
  id: people.id,
  name: people.name,
  colour: people.colour,
  department: departments.name,
  organisation: organisations.name,
}

export const byName = sql`${people.name} collate "und-x-icu"`

const fellow = sql`exists (
  select 1 from ${projectMembers} mine join ${projectMembers} theirs on theirs.project_id = mine.project_id`

const sharesProjectWith = (actor: Actor): SQL<boolean> =>
  sql<boolean>`${fellow} where mine.person_id = ${actor.personId} and theirs.person_id = ${people.id})`

/** The people an actor may read: the one twin in SQL of `can(actor, 'read', person)`. */
function visibleTo(actor: Actor): SQL | undefined {
  const here = eq(people.workspaceId, actor.workspaceId)
  if (actor.role !== 'partner') return here
  return and(here, or(eq(people.id, actor.personId), sharesProjectWith(actor)))
}

export async function listPeople(db: Queryable, actor: Actor): Promise<PersonRow[]> {
  const rows = await personRows(db, actor).where(visibleTo(actor)).orderBy(byName, people.id)
  return rows.map((row) => asPersonRow(row, actor))
}

/** Of these, whom the asking person knows already; by name. */
export const listPeopleById = (db: Queryable, ids: readonly string[]) =>
  db
    .select(personCard)
    .from(people)
    .innerJoin(organisations, eq(organisations.id, people.organisationId))
    .leftJoin(departments, eq(departments.id, people.departmentId))
    .where(inArray(people.id, [...ids]))
    .orderBy(byName, people.id)

/** Postgres takes 65,535 values in one statement. */
const atOnce = 10_000

/** Of these people those the actor may read. */
export async function readablePeople(db: Queryable, actor: Actor, ids: readonly string[]) {
  const found: { id: string; name: string; colour: string }[] = []
  for (let from = 0; from < ids.length; from += atOnce) {
    const some = ids.slice(from, from + atOnce)
    const rows = await db
      .select({ id: people.id, name: people.name, colour: people.colour })
      .from(people)
      .where(and(visibleTo(actor), inArray(people.id, some)))
    found.push(...rows)
  }
  return found
}

function personRows(db: Queryable, actor: Actor) {
  return db
    .select({
      ...personCard,
      role: people.role,
      email: people.email,
      organisationId: people.organisationId,
      departmentId: people.departmentId,
      suspendedAt: people.suspendedAt,
      leftAt: people.leftAt,
      sharesProject: sharesProjectWith(actor),
    })
    .from(people)
    .innerJoin(organisations, eq(organisations.id, people.organisationId))
    .leftJoin(departments, eq(departments.id, people.departmentId))
    .$dynamic()
}

function asPersonRow(
  { suspendedAt, leftAt, email, ...row }: Awaited<ReturnType<typeof personRows>>[number],
  actor: Actor,
): PersonRow {
  const manages = can(actor, 'manage', { kind: 'workspace', workspaceId: actor.workspaceId })
  return {
    ...row,
    email: manages || row.id === actor.personId ? email : null,
    suspended: manages ? suspendedAt !== null && leftAt === null : null,
    hasLeft: leftAt !== null,
  }
}

/** One person as the actor may see them, or not-found. */
export async function loadPerson(db: Queryable, actor: Actor, personId: string) {
  const [row] = await personRows(db, actor).where(and(visibleTo(actor), eq(people.id, personId)))
  if (!row) return refuse('not-found')
  const subject: PersonSubject = {
    kind: 'person',
    workspaceId: actor.workspaceId,
    personId,
    role: row.role,
    sharesProject: row.sharesProject,
  }
  return { row: asPersonRow(row, actor), subject }
}

export async function loadMe(db: Queryable, personId: string): Promise<Me> {
  const [me] = await db
    .select({
      ...personCard,
      email: people.email,
      role: people.role,
      language: people.language,
      timeZone: people.timeZone,
      workspaceId: people.workspaceId,
      organisationId: people.organisationId,
      departmentId: people.departmentId,
    })
    .from(people)
    .innerJoin(organisations, eq(organisations.id, people.organisationId))
    .leftJoin(departments, eq(departments.id, people.departmentId))
    .where(eq(people.id, personId))
  return me ?? refuse('signed-out')
}

/** For signing in; suspended people are not found. */
export async function loadCredentials(db: Queryable, email: string) {
  const [row] = await db
    .select({ id: people.id, passwordHash: people.passwordHash })
    .from(people)
    .where(and(eq(people.email, email), isNull(people.suspendedAt)))
  return row ?? null
}

export async function loadPasswordHash(db: Queryable, personId: string): Promise<string | null> {
  const [row] = await db
    .select({ passwordHash: people.passwordHash })
    .from(people)
    .where(eq(people.id, personId))
  return row?.passwordHash ?? null
}

export async function changePersonRow(
  db: Queryable,
  personId: string,
  change: Partial<typeof people.$inferInsert>,
): Promise<void> {
  if (Object.keys(change).length === 0) return
  await db.update(people).set(change).where(eq(people.id, personId))
}

/**
 * Changes role or suspension, but never so that nobody could run the workspace. Refuses with `conflict` for whoever
 * has ended their account: nobody brings them back.
 */
export async function changeStanding(
  db: Queryable,
  actor: Actor,
  personId: string,
  change: { role?: WorkspaceRole; suspendedAt?: Date | null; leftAt?: Date },
): Promise<void> {
  await db.transaction(async (tx) => {
    // Two owners demoting each other at once queue up here, and the second is refused.
    await tx
      .select()
      .from(workspaces)
      .where(eq(workspaces.id, actor.workspaceId))
      .for('no key update')
    if (await hasLeft(tx, personId)) refuse('conflict')
    await changePersonRow(tx, personId, change)
    if (change.suspendedAt) await restPairs(tx, personId)
    const [owners] = await tx
      .select({ count: count() })
      .from(people)
      .where(
        and(
          eq(people.workspaceId, actor.workspaceId),
          eq(people.role, 'owner'),
          isNull(people.suspendedAt),
        ),
      )
    if (!owners?.count) refuse('conflict')
  })
}

/** The other is told that it rests, not why: that somebody is suspended is said by nobody but those who may know. */
async function restPairs(tx: Queryable, personId: string): Promise<void> {
  const resting = await pausePairsOf(tx, personId)
  const kind = 'mentorship-paused'
  await putItems(
    tx,
    resting.map((one) => ({ ...one, kind, actorId: null, key: `${kind} ${one.mentorshipId}` })),
  )
}

async function hasLeft(tx: Queryable, personId: string): Promise<boolean> {
  const [row] = await tx
    .select({ leftAt: people.leftAt })
    .from(people)
    .where(eq(people.id, personId))
  return row?.leftAt != null
}

export type NewPerson = Omit<typeof people.$inferInsert, 'colour' | 'id' | 'createdAt'>

/** A new account with the next colour of the palette; an e-mail address may have only one. */
export async function insertPerson(db: Queryable, person: NewPerson): Promise<string> {
  const [others] = await db
    .select({ count: count() })
    .from(people)
    .where(eq(people.workspaceId, person.workspaceId))
  try {
    const [row] = await db
      .insert(people)
      .values({ ...person, colour: colourOf(others?.count ?? 0) })
      .returning({ id: people.id })
    return row?.id ?? refuse('unavailable')
  } catch (error) {
    if (!isTaken(error, 'people_email')) throw error
    return refuse('conflict', { fields: [{ field: 'email', problem: 'taken' }] })
  }
}

/** A palette walk in steps of three, so that neighbours in time are no neighbours in colour. */
const colourOf = (nth: number): PersonColour =>
  personColours[(nth * 3) % personColours.length] ?? 'blue'
