/** Sets of prompts, and schedules. A set is its maker's; in a mentorship that goes on its people may begin with it, too. */
import { nextDay } from '@atelier/shared/journals/next-day'
import {
  mostSchedules,
  mostSets,
  type NewPromptSet,
  type NewPromptVersion,
  type NewSchedule,
  type OwnPromptSet,
  type PromptSchedule,
} from '@atelier/shared/journals/prompt-contract'
import { shippedSetIds } from '@atelier/shared/journals/prompt-sets'
import { refuse } from '@atelier/shared/refusals'
import { and, asc, count, desc, eq, inArray, isNotNull, isNull, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { isHere, requireStillHere } from '../access/still-here-queries'
import type { Database, Queryable } from '../db/database'
import { mentorshipPeople, mentorships } from '../db/mentorship-tables'
import { promptSchedules, promptSets, promptSetVersions } from '../db/prompt-tables'

const maker = alias(mentorshipPeople, 'maker')
const reader = alias(mentorshipPeople, 'reader')
const isInIt = (who: typeof maker | typeof reader) =>
  and(eq(who.mentorshipId, promptSets.mentorshipId), eq(who.answer, true), isNull(who.leftAt))

/** The newest version of each that somebody may begin with. */
export async function loadSets(db: Queryable, readerId: string): Promise<OwnPromptSet[]> {
  const isTheirs = and(
    isNotNull(maker.personId),
    isHere(maker.personId),
    isNotNull(reader.personId),
    inArray(mentorships.state, ['active', 'paused']),
  )
  const rows = await db
    .selectDistinctOn([promptSets.id], { set: promptSets, version: promptSetVersions })
    .from(promptSets)
    .innerJoin(promptSetVersions, eq(promptSetVersions.setId, promptSets.id))
    .leftJoin(mentorships, eq(mentorships.id, promptSets.mentorshipId))
    .leftJoin(maker, and(isInIt(maker), eq(maker.personId, promptSets.makerId)))
    .leftJoin(reader, and(isInIt(reader), eq(reader.personId, readerId)))
    .where(or(eq(promptSets.makerId, readerId), isTheirs))
    .orderBy(promptSets.id, desc(promptSetVersions.version))
  return rows
    .sort((a, b) => a.set.createdAt.getTime() - b.set.createdAt.getTime())
    .map(({ set, version }) => ({
      id: set.id,
      version: version.version,
      title: version.title,
      prompts: version.prompts,
      mentorshipId: set.mentorshipId,
      makerId: set.makerId,
    }))
}

/** One that is there already is left as it is; an id of somebody else's is refused. */
export async function insertSet(
  db: Database,
  makerId: string,
  { title, prompts, ...set }: NewPromptSet,
): Promise<void> {
  await db.transaction(async (tx) => {
    await requireStillHere(tx, makerId)
    const [known] = await tx.select().from(promptSets).where(eq(promptSets.id, set.id))
    if (known) return known.makerId === makerId ? undefined : refuse('conflict')
    const [all] = await tx
      .select({ sets: count() })
      .from(promptSets)
      .where(eq(promptSets.makerId, makerId))
    if ((all?.sets ?? 0) >= mostSets) refuse('too-many')
    await tx.insert(promptSets).values({ ...set, makerId })
    return tx.insert(promptSetVersions).values({ setId: set.id, version: 1, title, prompts })
  })
}

type OwnSet = { id: string; makerId: string }

/** What is not the asking person's own is not found, also where they may begin with it. Answers in which mentorship. */
async function lockSet(tx: Queryable, { id, makerId }: OwnSet): Promise<string | null> {
  const [row] = await tx
    .select()
    .from(promptSets)
    .where(and(eq(promptSets.id, id), eq(promptSets.makerId, makerId)))
    .for('no key update')
  return row ? row.mentorshipId : refuse('not-found')
}

export const insertVersion = (
  db: Database,
  set: OwnSet,
  { basedOn, ...words }: NewPromptVersion,
): Promise<string | null> =>
  db.transaction(async (tx) => {
    const mentorshipId = await lockSet(tx, set)
    const [newest] = await tx
      .select({ version: promptSetVersions.version })
      .from(promptSetVersions)
      .where(eq(promptSetVersions.setId, set.id))
      .orderBy(desc(promptSetVersions.version))
      .limit(1)
    if (newest?.version !== basedOn) refuse('conflict')
    await tx.insert(promptSetVersions).values({ setId: set.id, version: basedOn + 1, ...words })
    return mentorshipId
  })

/** What was written under its prompts stays, with them. Nobody is asked by it any more. */
export const deleteSet = (db: Database, set: OwnSet): Promise<string | null> =>
  db.transaction(async (tx) => {
    const mentorshipId = await lockSet(tx, set)
    await tx.delete(promptSchedules).where(eq(promptSchedules.set, set.id))
    await tx.delete(promptSetVersions).where(eq(promptSetVersions.setId, set.id))
    await tx.delete(promptSets).where(eq(promptSets.id, set.id))
    return mentorshipId
  })

/** By the next day. */
export async function loadSchedules(db: Queryable, personId: string): Promise<PromptSchedule[]> {
  const rows = await db
    .select()
    .from(promptSchedules)
    .where(eq(promptSchedules.personId, personId))
    .orderBy(asc(promptSchedules.nextOn), asc(promptSchedules.id))
  return rows.map(({ id, set, rhythm, nextOn, mentorshipId }) => ({
    ...{ id, set, rhythm, nextOn, mentorshipId },
  }))
}

/** Refuses as `not-found` a set that they may not begin with; else as a set. */
export async function insertSchedule(
  db: Database,
  personId: string,
  { on, ...schedule }: NewSchedule,
): Promise<void> {
  await db.transaction(async (tx) => {
    await requireStillHere(tx, personId)
    const isShipped = shippedSetIds.some((id) => id === schedule.set)
    if (!isShipped && !(await loadSets(tx, personId)).some(({ id }) => id === schedule.set))
      refuse('not-found')
    const [known] = await tx
      .select()
      .from(promptSchedules)
      .where(eq(promptSchedules.id, schedule.id))
    if (known) return known.personId === personId ? undefined : refuse('conflict')
    const [all] = await tx
      .select({ schedules: count() })
      .from(promptSchedules)
      .where(eq(promptSchedules.personId, personId))
    if ((all?.schedules ?? 0) >= mostSchedules) refuse('too-many')
    return tx.insert(promptSchedules).values({ ...schedule, personId, startsOn: on, nextOn: on })
  })
}

type OwnSchedule = { id: string; personId: string }

const isOwn = ({ id, personId }: OwnSchedule) =>
  and(eq(promptSchedules.id, id), eq(promptSchedules.personId, personId))

/** Done or left, which nobody can tell apart. Never back to a day that has passed already. */
export async function passDay(db: Database, own: OwnSchedule, day: string): Promise<void> {
  await db.transaction(async (tx) => {
    const [row] = await tx.select().from(promptSchedules).where(isOwn(own)).for('no key update')
    if (!row) return refuse('not-found')
    const nextOn = nextDay(row.startsOn, row.rhythm, day)
    if (nextOn <= row.nextOn) return undefined
    return tx.update(promptSchedules).set({ nextOn }).where(isOwn(own))
  })
}

export async function deleteSchedule(db: Queryable, own: OwnSchedule): Promise<void> {
  const gone = await db
    .delete(promptSchedules)
    .where(isOwn(own))
    .returning({ id: promptSchedules.id })
  if (gone.length === 0) refuse('not-found')
}
