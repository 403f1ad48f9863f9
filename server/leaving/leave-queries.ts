/** The end of an account: what is its person's alone goes with them, what they did with others stays. */
import type { Actor } from '@atelier/shared/access/can'
import { noName } from '@atelier/shared/people/leaving'
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { endWaysIn } from '../access/end-ways-in-queries'
import { fellowsOf } from '../access/fellow-queries'
import type { Database, Queryable } from '../db/database'
import { eraseWith } from '../db/erase-with'
import { inboxItems, inboxOff } from '../db/inbox-tables'
import { entries, sections } from '../db/journal-tables'
import { followUps, goals } from '../db/mentoring-tables'
import { lookBacks, mentorProfiles, mentorshipPeople, mentorships } from '../db/mentorship-tables'
import { promptSchedules, promptSets } from '../db/prompt-tables'
import { publications } from '../db/publication-tables'
import { lockedItems } from '../inbox/inbox-queries'
import { eraseForksBy, eraseSections } from '../journals/section-queries'
import { changeState, leaveCircle, putAnswer } from '../mentorships/mentorship-change-queries'
import { putAnsweredNews, putEndedNews } from '../mentorships/mentorship-news-queries'
import { revokeInvitationsOf } from '../people/invitation-queries'
import { changePersonRow, changeStanding } from '../people/person-queries'
import { endTraining } from '../training/end-training-queries'
import { leaveWorkshops, type OwnNotes } from '../workshops/leave-workshops-queries'

/**
 * The rooms that are gone; whoever was in a mentorship, or kept a training record, with them; the projects in which they
 * had published; the workshops in which they had a seat, and the notes there that may bear a name that is not to stay.
 */
export type Left = {
  roomIds: string[]
  fellows: string[]
  trainingFellows: string[]
  published: string[]
  workshopIds: string[]
  signed: OwnNotes[]
}

/**
 * All of it or nothing. Refuses with `conflict` the last one who runs the workspace, and with `invalid` an apprentice
 * who has not taken along all that was signed for them.
 */
export async function endAccount(
  db: Database,
  actor: Actor,
  { keepName, passwordHash }: { keepName: boolean; passwordHash: string },
): Promise<Left> {
  const { personId } = actor
  return db.transaction(async (tx) => {
    const fellows = await fellowsOf(tx, personId)
    const now = new Date()
    await changeStanding(tx, actor, personId, { role: 'member', suspendedAt: now, leftAt: now })
    await revokeInvitationsOf(tx, personId)
    const trainingFellows = await endTraining(tx, personId)
    await endMentorships(tx, { by: personId, isNamed: keepName })
    const published = await erasePublications(tx, personId)
    const journal = await eraseJournal(tx, personId)
    const of = { personId, isNamed: keepName }
    const { roomIds: pads, workshopIds, signed } = await leaveWorkshops(tx, of)
    const roomIds = [...journal, ...pads]
    await eraseOwn(tx, personId)
    await endWaysIn(tx, personId)
    const email = `${personId}@left.invalid`
    await changePersonRow(tx, personId, { email, passwordHash, ...(!keepName && { name: noName }) })
    return { roomIds, fellows, trainingFellows, published, workshopIds, signed }
  })
}

/** Pairs end, circles go on without them, questions that wait for an answer wait no more. */
async function endMentorships(
  tx: Queryable,
  leaving: { by: string; isNamed: boolean },
): Promise<void> {
  const { by: personId } = leaving
  const within = tx as Database
  const rows = await tx
    .select({ mentorship: mentorships, own: mentorshipPeople })
    .from(mentorships)
    .innerJoin(mentorshipPeople, eq(mentorshipPeople.mentorshipId, mentorships.id))
    .where(
      and(
        eq(mentorshipPeople.personId, personId),
        isNull(mentorshipPeople.leftAt),
        inArray(mentorships.state, ['asked', 'active', 'paused']),
      ),
    )
    .orderBy(mentorships.id)
  for (const { mentorship, own } of rows) {
    const { id, kind, state } = mentorship
    const endsWithThem = kind === 'pair' || (state === 'asked' && mentorship.askedBy === personId)
    const doing = { id, ...leaving }
    if (own.answer === null) {
      await putAnswer(within, id, personId, { accept: false, words: '' })
      await putAnsweredNews(tx, doing)
    } else {
      if (endsWithThem) await changeState(within, id, 'ended')
      else await leaveCircle(within, id, personId)
      await putEndedNews(tx, doing)
    }
  }
}

/** What is signed as well: it is theirs, and leaves with them. */
async function eraseJournal(tx: Queryable, personId: string): Promise<string[]> {
  const own = tx.select({ id: entries.id }).from(entries).where(eq(entries.authorId, personId))
  const rows = await tx
    .select({ id: sections.id })
    .from(sections)
    .where(inArray(sections.entryId, own))
  const ids = rows.map(({ id }) => id)
  const roomIds = [...(await eraseSections(tx, ids)), ...(await eraseForksBy(tx, personId))]
  await eraseWith(tx, 'entries', eq(entries.authorId, personId))
  return roomIds
}

/** What they gave out of it, anonymous or not: it leaves with them as well. */
async function erasePublications(tx: Queryable, personId: string): Promise<string[]> {
  const own = eq(publications.authorId, personId)
  const rows = await tx.selectDistinct({ id: publications.projectId }).from(publications).where(own)
  await eraseWith(tx, 'publications', own)
  return rows.map(({ id }) => id)
}

async function eraseOwn(tx: Queryable, personId: string): Promise<void> {
  await tx.delete(goals).where(eq(goals.personId, personId))
  await tx.delete(followUps).where(eq(followUps.ownerId, personId))
  await tx.delete(promptSchedules).where(eq(promptSchedules.personId, personId))
  const ownSets = tx
    .select({ id: sql`${promptSets.id}::text` })
    .from(promptSets)
    .where(eq(promptSets.makerId, personId))
  await tx.delete(promptSchedules).where(inArray(promptSchedules.set, ownSets))
  await eraseWith(tx, 'prompt_sets', eq(promptSets.makerId, personId))
  await tx.delete(mentorProfiles).where(eq(mentorProfiles.personId, personId))
  await tx.delete(lookBacks).where(eq(lookBacks.personId, personId))
  await tx
    .update(mentorshipPeople)
    .set({ words: '' })
    .where(eq(mentorshipPeople.personId, personId))
  await tx.update(mentorships).set({ words: '' }).where(eq(mentorships.askedBy, personId))
  await tx
    .delete(inboxItems)
    .where(inArray(inboxItems.id, lockedItems(tx, eq(inboxItems.personId, personId))))
  await tx.delete(inboxOff).where(eq(inboxOff.personId, personId))
}
