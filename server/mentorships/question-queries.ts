/** Questions that are left open in a journal, as the agenda of the next session has them. Who may is asked before. */
import type { Actor } from '@atelier/shared/access/can'
import { byOrder, orderAt } from '@atelier/shared/basics/order'
import type { AskQuestion, QuestionPlace } from '@atelier/shared/mentorships/mentoring'
import { refuse } from '@atelier/shared/refusals'
import { and, eq, inArray, isNotNull, isNull, type SQL } from 'drizzle-orm'
import { holdEntry, sharedSince, threadInSight } from '../access/section-access-queries'
import { commentThreads } from '../db/comment-tables'
import type { Queryable } from '../db/database'
import { entries, sections } from '../db/journal-tables'
import { agendaItems } from '../db/mentoring-tables'
import { mentorships } from '../db/mentorship-tables'
import { lockForItem, lockMentorship } from './mentoring-lock-queries'

/** Whose question it is, where it was left open, and in which mentorship. */
export type Question = {
  mentorshipId: string
  entryId: string
  sectionId: string
  threadId: string
  by: string
}

/** Which item it is, in which words, and whether it is new there. */
type Asked = { id: string; words: string; isNew: boolean }

/**
 * What is there already stays in the words it has. Refuses with `conflict` where it was settled meanwhile, the
 * mentorship does not go on, or the section is for others by now than whoever asks has seen.
 */
export async function putQuestion(
  tx: Queryable,
  question: Question,
  { id, words, from }: AskQuestion,
): Promise<Asked> {
  const { mentorshipId, threadId, by } = question
  const [mentorship] = await lockMentorship(tx, mentorshipId)
  if (mentorship?.state !== 'active') refuse('conflict')
  await requireAsSeen(tx, question, from)
  const there = await itemOf(tx, question)
  if (there) {
    // Also where the same came twice, and was talked about or removed meanwhile.
    const isOpen = there.doneAt === null && there.removedAt === null
    if (isOpen || there.id === id) return { ...there, isNew: false }
    const again = { words, sessionId: null, doneAt: null, removedAt: null }
    await tx.update(agendaItems).set(again).where(eq(agendaItems.id, there.id))
    return { id: there.id, words, isNew: true }
  }
  // Something else has this id.
  if (await lockForItem(tx, { mentorshipId, id })) refuse('conflict')
  const others = await tx
    .select({ id: agendaItems.id, order: agendaItems.rank })
    .from(agendaItems)
    .where(eq(agendaItems.mentorshipId, mentorshipId))
  const rank = orderAt(others.sort(byOrder), id, 'end')
  await tx.insert(agendaItems).values({ id, mentorshipId, threadId, rank, words, createdBy: by })
  return { id, words, isNew: true }
}

async function itemOf(
  tx: Queryable,
  { mentorshipId, threadId }: Pick<Question, 'mentorshipId' | 'threadId'>,
) {
  const [row] = await tx
    .select({
      id: agendaItems.id,
      words: agendaItems.words,
      doneAt: agendaItems.doneAt,
      removedAt: agendaItems.removedAt,
    })
    .from(agendaItems)
    .where(and(eq(agendaItems.threadId, threadId), eq(agendaItems.mentorshipId, mentorshipId)))
  return row
}

/** Until the transaction ends nobody shares it otherwise, settles it, or takes it away. */
async function requireAsSeen(
  tx: Queryable,
  { mentorshipId, entryId, sectionId, threadId, by }: Question,
  from: AskQuestion['from'],
): Promise<void> {
  const entry = await holdEntry(tx, entryId)
  if (entry.mentorshipId !== mentorshipId) refuse('conflict')
  const [section] = await tx
    .select({ audience: sections.audience })
    .from(sections)
    .where(eq(sections.id, sectionId))
  if (section?.audience !== from) refuse('conflict')
  const since = entry.authorId === by ? null : await sharedSince(tx, sectionId)
  const [thread] = await tx
    .select({ resolvedAt: commentThreads.resolvedAt, begunAt: commentThreads.createdAt })
    .from(commentThreads)
    .where(and(eq(commentThreads.id, threadId), eq(commentThreads.roomId, sectionId)))
    .for('share')
  if (!thread || (since !== null && thread.begunAt < since)) return refuse('not-found')
  if (thread.resolvedAt !== null) refuse('conflict')
}

/** What is settled needs no talk any more. Answers in which mentorship it was on the agenda. */
export async function tickQuestion(tx: Queryable, threadId: string): Promise<string[]> {
  const ticked = await tx
    .update(agendaItems)
    .set({ doneAt: new Date() })
    .where(and(isOnAgenda(tx, threadId), isNull(agendaItems.doneAt)))
    .returning({ mentorshipId: agendaItems.mentorshipId })
  return ticked.map(({ mentorshipId }) => mentorshipId)
}

/** What is opened again where it was asked comes up in the next session. Answers in which mentorships, likewise. */
export async function untickQuestion(tx: Queryable, threadId: string): Promise<string[]> {
  const open = await tx
    .update(agendaItems)
    .set({ doneAt: null, sessionId: null })
    .where(and(isOnAgenda(tx, threadId), isNotNull(agendaItems.doneAt)))
    .returning({ mentorshipId: agendaItems.mentorshipId })
  return open.map(({ mentorshipId }) => mentorshipId)
}

/** Of mentorships that go on: after the end an agenda stays as it was, and of where its entry is now. */
function isOnAgenda(tx: Queryable, threadId: string): SQL | undefined {
  const goingOn = tx
    .select({ id: mentorships.id })
    .from(mentorships)
    .where(inArray(mentorships.state, ['active', 'paused']))
  const itsOwn = tx
    .select({ id: entries.mentorshipId })
    .from(commentThreads)
    .innerJoin(sections, eq(sections.id, commentThreads.roomId))
    .innerJoin(entries, eq(entries.id, sections.entryId))
    .where(eq(commentThreads.id, threadId))
  return and(
    eq(agendaItems.threadId, threadId),
    isNull(agendaItems.removedAt),
    inArray(agendaItems.mentorshipId, goingOn),
    inArray(agendaItems.mentorshipId, itsOwn),
  )
}

/** By thread; without those that are gone, and those the reader may not read, or not any more. */
export async function placesOfQuestions(
  db: Queryable,
  reader: Actor,
  threadIds: readonly string[],
): Promise<Map<string, QuestionPlace>> {
  if (threadIds.length === 0) return new Map()
  const rows = await db
    .select({ thread: commentThreads, entryId: sections.entryId })
    .from(commentThreads)
    .innerJoin(sections, eq(sections.id, commentThreads.roomId))
    .where(and(inArray(commentThreads.id, [...threadIds]), threadInSight(db, reader, askedIn)))
  return new Map(
    rows.map(({ thread: { id, roomId, resolvedAt }, entryId }) => [
      id,
      { entryId, sectionId: roomId, threadId: id, isSettled: resolvedAt !== null },
    ]),
  )
}

const askedIn = { sectionId: commentThreads.roomId, begunAt: commentThreads.createdAt }
