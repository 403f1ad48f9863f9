/** Questions that are left open in a journal, as the agenda of the next session has them. Who may is asked before. */
import type { Actor } from '@atelier/shared/access/can'
import { byOrder, orderAt } from '@atelier/shared/basics/order'
import type { AskQuestion, QuestionPlace } from '@atelier/shared/mentorships/mentoring'
import { refuse } from '@atelier/shared/refusals'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { sectionVisibleTo, withSectionRights } from '../access/section-access-queries'
import { commentThreads } from '../db/comment-tables'
import type { Queryable } from '../db/database'
import { entries, sections } from '../db/journal-tables'
import { agendaItems } from '../db/mentoring-tables'
import { mentorships } from '../db/mentorship-tables'
import { lockFor, lockMentorship } from './mentoring-lock-queries'

/** Whose question it is, where it was left open, and in which mentorship. */
export type Question = {
  mentorshipId: string
  entryId: string
  sectionId: string
  threadId: string
  by: string
}

/**
 * Answers which item it is, and whether it is new there. Refuses with `conflict` where it was settled meanwhile, the
 * mentorship does not go on, or the section is for others by now than whoever asks has seen.
 */
export async function putQuestion(
  tx: Queryable,
  question: Question,
  { id, words, from }: AskQuestion,
): Promise<{ id: string; isNew: boolean }> {
  const { mentorshipId, threadId, by } = question
  const [mentorship] = await lockMentorship(tx, mentorshipId)
  if (mentorship?.state !== 'active') refuse('conflict')
  await requireAsSeen(tx, question, from)
  const there = await itemOf(tx, question)
  if (there) {
    if (there.doneAt === null) return { id: there.id, isNew: false }
    const again = { words, sessionId: null, doneAt: null }
    await tx.update(agendaItems).set(again).where(eq(agendaItems.id, there.id))
    return { id: there.id, isNew: true }
  }
  // Something else has this id.
  if (await lockFor(tx, agendaItems, { mentorshipId, id })) refuse('conflict')
  const others = await tx
    .select({ id: agendaItems.id, order: agendaItems.rank })
    .from(agendaItems)
    .where(eq(agendaItems.mentorshipId, mentorshipId))
  const rank = orderAt(others.sort(byOrder), id, 'end')
  await tx.insert(agendaItems).values({ id, mentorshipId, threadId, rank, words, createdBy: by })
  return { id, isNew: true }
}

async function itemOf(
  tx: Queryable,
  { mentorshipId, threadId }: Pick<Question, 'mentorshipId' | 'threadId'>,
) {
  const [row] = await tx
    .select({ id: agendaItems.id, doneAt: agendaItems.doneAt })
    .from(agendaItems)
    .where(and(eq(agendaItems.threadId, threadId), eq(agendaItems.mentorshipId, mentorshipId)))
  return row
}

/** Until the transaction ends nobody shares it otherwise, settles it, or takes it away. */
async function requireAsSeen(
  tx: Queryable,
  { mentorshipId, entryId, sectionId, threadId }: Question,
  from: AskQuestion['from'],
): Promise<void> {
  const [entry] = await tx
    .select({ mentorshipId: entries.mentorshipId })
    .from(entries)
    .where(eq(entries.id, entryId))
    .for('share')
  if (entry?.mentorshipId !== mentorshipId) refuse('conflict')
  const [section] = await tx
    .select({ audience: sections.audience })
    .from(sections)
    .where(eq(sections.id, sectionId))
  if (section?.audience !== from) refuse('conflict')
  const [thread] = await tx
    .select({ resolvedAt: commentThreads.resolvedAt })
    .from(commentThreads)
    .where(and(eq(commentThreads.id, threadId), eq(commentThreads.roomId, sectionId)))
    .for('share')
  if (!thread) refuse('not-found')
  if (thread.resolvedAt !== null) refuse('conflict')
}

/** What is settled needs no talk any more. Answers in which mentorships it was on the agenda, as long as these go on. */
export async function tickQuestion(tx: Queryable, threadId: string): Promise<string[]> {
  const goingOn = tx
    .select({ id: mentorships.id })
    .from(mentorships)
    .where(inArray(mentorships.state, ['active', 'paused']))
  const ticked = await tx
    .update(agendaItems)
    .set({ doneAt: new Date() })
    .where(
      and(
        eq(agendaItems.threadId, threadId),
        isNull(agendaItems.doneAt),
        inArray(agendaItems.mentorshipId, goingOn),
      ),
    )
    .returning({ mentorshipId: agendaItems.mentorshipId })
  return ticked.map(({ mentorshipId }) => mentorshipId)
}

/** By thread; without those that are gone, and those the reader may not read, or not any more. */
export async function placesOfQuestions(
  db: Queryable,
  reader: Actor,
  threadIds: readonly string[],
): Promise<Map<string, QuestionPlace>> {
  if (threadIds.length === 0) return new Map()
  const threads = await db
    .select()
    .from(commentThreads)
    .where(inArray(commentThreads.id, [...threadIds]))
  const roomIds = threads.map(({ roomId }) => roomId)
  if (roomIds.length === 0) return new Map()
  const readable = await withSectionRights(db, reader).where(
    and(sectionVisibleTo(reader), inArray(sections.id, roomIds)),
  )
  const entryOf = new Map(readable.map(({ section }) => [section.id, section.entryId]))
  return new Map(
    threads.flatMap(({ id, roomId, resolvedAt }) => {
      const entryId = entryOf.get(roomId)
      if (entryId === undefined) return []
      const place = { entryId, sectionId: roomId, threadId: id, isSettled: resolvedAt !== null }
      return [[id, place]]
    }),
  )
}
