/** How a mentorship comes about, and ends. Who may is asked before; here once more whether it still stands so. */
import type { Actor } from '@atelier/shared/access/can'
import type { MentorshipRole, MentorshipState } from '@atelier/shared/access/roles'
import {
  type AnswerMentorship,
  type AskForMentorship,
  circleSize,
  mayBecome,
  mostOpenAsks,
} from '@atelier/shared/mentorships/mentorship'
import { refuse } from '@atelier/shared/refusals'
import { and, count, eq, inArray, isNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { lockHere } from '../access/still-here-queries'
import type { Database, Queryable } from '../db/database'
import { mentorshipPeople, mentorships } from '../db/mentorship-tables'

type Row = typeof mentorships.$inferSelect

/** Until the transaction ends nobody else answers it, or changes how it stands. */
async function lockMentorship(tx: Queryable, id: string): Promise<Row> {
  const [row] = await tx
    .select()
    .from(mentorships)
    .where(eq(mentorships.id, id))
    .for('no key update')
  return row ?? refuse('not-found')
}

/**
 * Answers whether it is new. What was asked already is left as it is; the same of the same person is refused while it is
 * open or goes on.
 */
export async function insertMentorship(
  db: Database,
  { personId, workspaceId }: Actor,
  wish: AskForMentorship,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const { id, kind, words } = wish
    const roles = rolesIn(wish, personId)
    // Of two who ask each other at the same moment the second finds what the first asked.
    const here = await lockHere(tx, [...roles.keys()])
    if (here.length < roles.size) refuse('not-found')
    if (await hasAsked(tx, id, personId)) return false
    if ((await openAsks(tx, personId)) >= mostOpenAsks) refuse('too-many')
    if (kind === 'pair' && (await isPairAlready(tx, roles))) refuse('conflict')
    const made = await tx
      .insert(mentorships)
      .values({ id, workspaceId, kind, askedBy: personId, words })
      .onConflictDoNothing()
      .returning({ id: mentorships.id })
    if (made.length === 0) refuse('conflict')
    const rows = [...roles].map(([one, role]) => ({ mentorshipId: id, personId: one, role }))
    await tx
      .insert(mentorshipPeople)
      .values(rows.map((row) => ({ ...row, answer: row.personId === personId ? true : null })))
    return true
  })
}

async function hasAsked(tx: Queryable, id: string, askedBy: string): Promise<boolean> {
  const found = await tx
    .select({ id: mentorships.id })
    .from(mentorships)
    .where(and(eq(mentorships.id, id), eq(mentorships.askedBy, askedBy)))
  return found.length > 0
}

async function openAsks(tx: Queryable, askedBy: string): Promise<number> {
  const [asked] = await tx
    .select({ open: count() })
    .from(mentorships)
    .where(and(eq(mentorships.askedBy, askedBy), eq(mentorships.state, 'asked')))
  return asked?.open ?? 0
}

function rolesIn(wish: AskForMentorship, me: string): Map<string, MentorshipRole> {
  if (wish.kind === 'circle')
    return new Map([me, ...wish.personIds].map((one) => [one, 'peer'] as const))
  const { as, personId } = wish
  return new Map([
    [me, as],
    [personId, as === 'mentor' ? 'mentee' : 'mentor'],
  ])
}

async function isPairAlready(tx: Queryable, roles: ReadonlyMap<string, MentorshipRole>) {
  const [[one, oneIs], [other, otherIs]] = [...roles] as [
    [string, MentorshipRole],
    [string, MentorshipRole],
  ]
  const theirs = alias(mentorshipPeople, 'theirs')
  const found = await tx
    .select({ id: mentorships.id })
    .from(mentorships)
    .innerJoin(
      mentorshipPeople,
      and(
        eq(mentorshipPeople.mentorshipId, mentorships.id),
        eq(mentorshipPeople.personId, one),
        eq(mentorshipPeople.role, oneIs),
      ),
    )
    .innerJoin(
      theirs,
      and(
        eq(theirs.mentorshipId, mentorships.id),
        eq(theirs.personId, other),
        eq(theirs.role, otherIs),
      ),
    )
    .where(inArray(mentorships.state, ['asked', 'active', 'paused']))
  return found.length > 0
}

/**
 * A pair begins, or does not, with the one answer there is. A circle begins with its third yes, is declined once
 * three can no longer come together, and takes in later whoever answers later.
 */
export async function putAnswer(
  db: Database,
  id: string,
  personId: string,
  { accept, words }: AnswerMentorship,
): Promise<void> {
  await db.transaction(async (tx) => {
    if (accept) await requireAsking(tx, id)
    const { kind, state } = await lockMentorship(tx, id)
    if (state === 'declined' || state === 'ended') refuse('conflict')
    const saysNoAlone = kind === 'circle' && !accept
    const answered = await tx
      .update(mentorshipPeople)
      .set({ answer: accept, words, ...(saysNoAlone && { leftAt: new Date() }) })
      .where(and(isOne(id, personId), isNull(mentorshipPeople.answer)))
      .returning({ personId: mentorshipPeople.personId })
    if (answered.length === 0) refuse('conflict')
    if (state !== 'asked') return
    if (kind === 'pair') await putState(tx, id, accept ? 'active' : 'declined')
    else await beginCircle(tx, id)
  })
}

/** Nobody begins something with somebody who is not here. Before the mentorship is locked, as whoever leaves does. */
async function requireAsking(tx: Queryable, id: string): Promise<void> {
  const [row] = await tx
    .select({ state: mentorships.state, askedBy: mentorships.askedBy })
    .from(mentorships)
    .where(eq(mentorships.id, id))
  if (row?.state !== 'asked') return
  if ((await lockHere(tx, [row.askedBy])).length === 0) refuse('conflict')
}

const isOne = (id: string, personId: string) =>
  and(eq(mentorshipPeople.mentorshipId, id), eq(mentorshipPeople.personId, personId))

async function beginCircle(tx: Queryable, id: string): Promise<void> {
  const answers = (
    await tx
      .select({ answer: mentorshipPeople.answer })
      .from(mentorshipPeople)
      .where(and(eq(mentorshipPeople.mentorshipId, id), isNull(mentorshipPeople.leftAt)))
  ).map(({ answer }) => answer)
  const yes = answers.filter((answer) => answer === true).length
  const open = answers.filter((answer) => answer === null).length
  if (yes >= circleSize.least) await putState(tx, id, 'active')
  else if (yes + open < circleSize.least) await putState(tx, id, 'declined')
}

async function putState(tx: Queryable, id: string, state: MentorshipState): Promise<void> {
  const now = new Date()
  await tx
    .update(mentorships)
    .set({
      state,
      ...(state === 'active' && { beganAt: now }),
      ...(state === 'ended' && { endedAt: now }),
    })
    .where(eq(mentorships.id, id))
}

/** Answers whether that changed anything: asked for twice, it is done once. Refused with `conflict` where it stands otherwise meanwhile. */
export async function changeState(
  db: Database,
  id: string,
  to: 'paused' | 'active' | 'ended',
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const { state, beganAt } = await lockMentorship(tx, id)
    if (state === to) return false
    // To go on is no way to begin: that takes an answer.
    if (!mayBecome(state, to) || (to === 'active' && state === 'asked')) refuse('conflict')
    await putState(tx, id, to)
    if (to === 'active') await tx.update(mentorships).set({ beganAt }).where(eq(mentorships.id, id))
    return true
  })
}

/** A circle of one is none: it ends with the last but one who leaves. One that is asked for may still come together. */
export async function leaveCircle(db: Database, id: string, personId: string): Promise<void> {
  await db.transaction(async (tx) => {
    const { state } = await lockMentorship(tx, id)
    if (state === 'declined' || state === 'ended') return
    await tx
      .update(mentorshipPeople)
      .set({ leftAt: new Date() })
      .where(and(isOne(id, personId), isNull(mentorshipPeople.leftAt)))
    if (state === 'asked') return beginCircle(tx, id)
    const left = await tx
      .select({ personId: mentorshipPeople.personId })
      .from(mentorshipPeople)
      .where(
        and(
          eq(mentorshipPeople.mentorshipId, id),
          eq(mentorshipPeople.answer, true),
          isNull(mentorshipPeople.leftAt),
        ),
      )
    if (left.length < 2) await putState(tx, id, 'ended')
  })
}
