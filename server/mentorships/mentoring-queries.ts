/** Sessions, their agenda, what follows from them and goals, as the people of a mentorship read and write them. */
import type { Actor } from '@atelier/shared/access/can'
import type { MentorshipState } from '@atelier/shared/access/roles'
import { byOrder, orderAt, type Spot } from '@atelier/shared/basics/order'
import type {
  AgendaItem,
  FollowUp,
  Goal,
  Mentoring,
  PutAgendaItem,
  PutFollowUp,
  PutSession,
  QuestionPlace,
} from '@atelier/shared/mentorships/mentoring'
import { refuse } from '@atelier/shared/refusals'
import { and, asc, eq, inArray, isNotNull, isNull, or, type SQL } from 'drizzle-orm'
import { isHere } from '../access/still-here-queries'
import type { Database, Queryable } from '../db/database'
import { entries } from '../db/journal-tables'
import { agendaItems, followUps, goals, mentoringSessions } from '../db/mentoring-tables'
import { mentorshipPeople } from '../db/mentorship-tables'
import { lockFor, lockForItem, type RecordPlace } from './mentoring-lock-queries'
import { placesOfQuestions } from './question-queries'

/** What others aim at is shown as long as they are here, and in it, and it goes on. */
export async function loadMentoring(
  db: Queryable,
  { id: mentorshipId, state }: { id: string; state: MentorshipState },
  reader: Actor,
): Promise<Mentoring> {
  const readerId = reader.personId
  const isGoingOn = state === 'active' || state === 'paused'
  const here = isGoingOn
    ? and(inArray(goals.personId, peopleNowIn(db, mentorshipId)), isHere(goals.personId))
    : undefined
  const sessions = await db
    .select()
    .from(mentoringSessions)
    .where(eq(mentoringSessions.mentorshipId, mentorshipId))
    .orderBy(asc(mentoringSessions.startsAt), asc(mentoringSessions.id))
  const agenda = await db
    .select()
    .from(agendaItems)
    .where(and(eq(agendaItems.mentorshipId, mentorshipId), isNull(agendaItems.removedAt)))
  const asked = agenda.flatMap(({ threadId }) => threadId ?? [])
  const places = await placesOfQuestions(db, reader, asked)
  return {
    sessions: sessions.map(({ id, startsAt, minutes }) => ({
      id,
      startsAt: startsAt.toISOString(),
      minutes,
    })),
    agenda: agenda
      .sort((a, b) => byOrder(placeOf(a), placeOf(b)))
      .map((row) => agendaItemOf(row, places.get(row.threadId ?? ''))),
    followUps: await loadFollowUps(db, eq(followUps.mentorshipId, mentorshipId), readerId),
    goals: await loadGoals(
      db,
      and(eq(goals.mentorshipId, mentorshipId), or(eq(goals.personId, readerId), here)),
      readerId,
    ),
  }
}

const placeOf = ({ id, rank }: { id: string; rank: string }) => ({ id, order: rank })

const agendaItemOf = (
  row: typeof agendaItems.$inferSelect,
  question: QuestionPlace | undefined,
): AgendaItem => ({
  id: row.id,
  sessionId: row.sessionId,
  words: row.words,
  isDone: row.doneAt !== null,
  createdBy: row.createdBy,
  question: question ?? null,
})

/** The oldest first. Where its owner has put one is for them alone. */
export async function loadFollowUps(
  db: Queryable,
  which: SQL | undefined,
  readerId: string,
): Promise<FollowUp[]> {
  const rows = await db
    .select()
    .from(followUps)
    .where(which)
    .orderBy(asc(followUps.createdAt), asc(followUps.id))
  return rows.map((row) => ({
    id: row.id,
    mentorshipId: row.mentorshipId,
    sessionId: row.sessionId,
    ownerId: row.ownerId,
    words: row.words,
    due: row.due,
    isDone: row.doneAt !== null,
    card: row.ownerId === readerId ? cardOf(row) : null,
  }))
}

export async function loadGoals(
  db: Queryable,
  which: SQL | undefined,
  readerId: string,
): Promise<Goal[]> {
  const rows = await db
    .select()
    .from(goals)
    .where(which)
    .orderBy(asc(goals.createdAt), asc(goals.id))
  return rows.map((row) => ({
    id: row.id,
    personId: row.personId,
    mentorshipId: row.mentorshipId,
    title: row.title,
    due: row.due,
    state: row.state,
    card: row.personId === readerId ? cardOf(row) : null,
  }))
}

const cardOf = ({ cardBoardId, card }: { cardBoardId: string | null; card: string | null }) =>
  cardBoardId === null || card === null ? null : { boardId: cardBoardId, card }

/** The first time it makes it; an id of another mentorship is refused. */
export const putSession = (
  db: Database,
  { mentorshipId, id, by }: RecordPlace,
  { startsAt, minutes }: PutSession,
): Promise<void> =>
  db.transaction(async (tx) => {
    const set = { startsAt: new Date(startsAt), minutes }
    const known = await lockFor(tx, mentoringSessions, { mentorshipId, id })
    if (known) await tx.update(mentoringSessions).set(set).where(eq(mentoringSessions.id, id))
    else await tx.insert(mentoringSessions).values({ id, mentorshipId, createdBy: by, ...set })
  })

/** What was on its agenda is for the next one, and what follows from it stays. */
export const deleteSession = (
  db: Database,
  { mentorshipId, id }: Omit<RecordPlace, 'by'>,
): Promise<void> =>
  db.transaction(async (tx) => {
    if (!(await lockFor(tx, mentoringSessions, { mentorshipId, id }))) refuse('not-found')
    // Whoever is naming it at this moment has done so before it is looked for where it is named.
    await tx
      .select({ id: mentoringSessions.id })
      .from(mentoringSessions)
      .where(eq(mentoringSessions.id, id))
      .for('update')
    const none = { sessionId: null }
    // Entries first: whoever answers in the margin of one holds it, and opens its question on the agenda after that.
    await tx.update(entries).set(none).where(eq(entries.sessionId, id))
    await tx.update(agendaItems).set(none).where(eq(agendaItems.sessionId, id))
    await tx.update(followUps).set(none).where(eq(followUps.sessionId, id))
    await tx.delete(mentoringSessions).where(eq(mentoringSessions.id, id))
  })

/** One that was removed is there again, where it stood, and with where it was asked. */
export const putAgendaItem = (
  db: Database,
  { mentorshipId, id, by }: RecordPlace,
  { words, sessionId, isDone, after }: PutAgendaItem,
): Promise<void> =>
  db.transaction(async (tx) => {
    const known = await lockForItem(tx, { mentorshipId, id })
    await requireSession(tx, mentorshipId, sessionId)
    const rows = await tx
      .select()
      .from(agendaItems)
      .where(eq(agendaItems.mentorshipId, mentorshipId))
    const row = rows.find((one) => one.id === id)
    const rank =
      row && after === undefined
        ? row.rank
        : orderAt(rows.map(placeOf).sort(byOrder), id, spotOf(after))
    const doneAt = isDone ? (row?.doneAt ?? new Date()) : null
    const set = { words, sessionId, rank, doneAt, removedAt: null }
    if (known) await tx.update(agendaItems).set(set).where(eq(agendaItems.id, id))
    else await tx.insert(agendaItems).values({ id, mentorshipId, createdBy: by, ...set })
  })

const spotOf = (after: string | null | undefined): Spot => {
  if (after === undefined) return 'end'
  return after === null ? 'top' : { after }
}

/** Of a question it is kept where it was asked, without its words: so that it is all there again when it is put back. */
export async function deleteAgendaItem(
  db: Queryable,
  { mentorshipId, id }: Omit<RecordPlace, 'by'>,
): Promise<void> {
  const { threadId, removedAt } = agendaItems
  const one = and(eq(agendaItems.id, id), eq(agendaItems.mentorshipId, mentorshipId))
  const hidden = await db
    .update(agendaItems)
    .set({ removedAt: new Date(), words: '' })
    .where(and(one, isNotNull(threadId), isNull(removedAt)))
    .returning({ id: agendaItems.id })
  if (hidden.length > 0) return
  const gone = await db
    .delete(agendaItems)
    .where(and(one, isNull(threadId)))
    .returning({ id: agendaItems.id })
  if (gone.length === 0) refuse('not-found')
}

/** Its owner is somebody who is in it. To give it to another takes away its card, and that it is done: the first one's. */
export const putFollowUp = (
  db: Database,
  { mentorshipId, id, by }: RecordPlace,
  wish: PutFollowUp,
): Promise<void> =>
  db.transaction(async (tx) => {
    const known = await lockFor(tx, followUps, { mentorshipId, id })
    await requireSession(tx, mentorshipId, wish.sessionId)
    await requireIn(tx, mentorshipId, wish.ownerId)
    if (!known) {
      await tx.insert(followUps).values({ id, mentorshipId, createdBy: by, ...wish })
      return
    }
    const [row] = await tx.select().from(followUps).where(eq(followUps.id, id))
    const isOthers = row?.ownerId !== wish.ownerId
    const anew = { cardBoardId: null, card: null, doneAt: null }
    await tx
      .update(followUps)
      .set({ ...wish, ...(isOthers && anew) })
      .where(eq(followUps.id, id))
  })

export async function deleteFollowUp(
  db: Queryable,
  { mentorshipId, id }: Omit<RecordPlace, 'by'>,
): Promise<void> {
  const gone = await db
    .delete(followUps)
    .where(and(eq(followUps.id, id), eq(followUps.mentorshipId, mentorshipId)))
    .returning({ id: followUps.id })
  if (gone.length === 0) refuse('not-found')
}

/** Refuses one that is not of this mentorship as `not-found`. Nobody calls it off until the transaction ends. */
export async function requireSession(
  tx: Queryable,
  mentorshipId: string | null,
  sessionId: string | null | undefined,
): Promise<void> {
  if (sessionId == null) return
  if (mentorshipId === null) return refuse('not-found')
  const found = await tx
    .select({ id: mentoringSessions.id })
    .from(mentoringSessions)
    .where(
      and(eq(mentoringSessions.id, sessionId), eq(mentoringSessions.mentorshipId, mentorshipId)),
    )
    .for('key share')
  if (found.length === 0) refuse('not-found')
}

const peopleNowIn = (db: Queryable, mentorshipId: string) =>
  db
    .select({ personId: mentorshipPeople.personId })
    .from(mentorshipPeople)
    .where(
      and(
        eq(mentorshipPeople.mentorshipId, mentorshipId),
        eq(mentorshipPeople.answer, true),
        isNull(mentorshipPeople.leftAt),
      ),
    )

async function requireIn(tx: Queryable, mentorshipId: string, personId: string): Promise<void> {
  const found = await peopleNowIn(tx, mentorshipId)
  if (!found.some((one) => one.personId === personId)) refuse('not-found')
}
