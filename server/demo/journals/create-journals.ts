import type { Actor } from '@atelier/shared/access/can'
import type { Audience } from '@atelier/shared/access/roles'
import { shippedSets } from '@atelier/shared/journals/prompt-sets'
import { insertCommentRow } from '../../comments/comment-queries'
import { insertThread } from '../../comments/thread-queries'
import type { Database } from '../../db/database'
import { insertEntry } from '../../journals/entry-queries'
import { shareSection } from '../../journals/section-queries'
import { agreeTo, insertAgreement } from '../../mentorships/agreement-queries'
import { putProfile } from '../../mentorships/mentor-profile-queries'
import { putAgendaItem, putFollowUp, putSession } from '../../mentorships/mentoring-queries'
import { insertMentorship, putAnswer } from '../../mentorships/mentorship-change-queries'
import { putQuestion } from '../../mentorships/question-queries'
import { insertGoal } from '../../mentorships/to-do-queries'
import { type DemoPersonKey, demoPeople } from '../demo-people'
import { datesMentorship } from '../demo-queries'
import type { DemoIds } from '../demo-workspace'
import {
  type DemoEntry,
  type DemoMentorship,
  type DemoTalk,
  demoMentorships,
  demoProfiles,
} from './demo-journals'
import { thursdaysOf } from './thursdays'

const dayMs = 86_400_000
/** A mentorship is agreed on so long before its first session. */
const daysBefore = 6
const dayFrom = (days: number) => new Date(Date.now() + days * dayMs).toISOString()

export async function createDemoJournals(tx: Database, ids: DemoIds): Promise<void> {
  for (const [key, profile] of Object.entries(demoProfiles))
    await putProfile(tx, ids.people[key as DemoPersonKey], { isOpen: true, ...profile })
  for (const mentorship of demoMentorships) await createMentorship(tx, ids, mentorship)
}

const actorOf = ({ people, workspaceId }: DemoIds, key: DemoPersonKey): Actor => ({
  personId: people[key],
  workspaceId,
  role: demoPeople[key].role,
})

async function createMentorship(tx: Database, ids: DemoIds, demo: DemoMentorship): Promise<void> {
  const id = crypto.randomUUID()
  const [first, ...others] = demo.people
  if (!first) return
  const personIds = others.map((key) => ids.people[key])
  const asked = { id, words: demo.words }
  await insertMentorship(
    tx,
    actorOf(ids, first),
    demo.as
      ? { ...asked, kind: 'pair', personId: personIds[0] ?? '', as: demo.as }
      : { ...asked, kind: 'circle', personIds },
  )
  for (const personId of personIds)
    await putAnswer(tx, id, personId, { accept: true, words: demo.answer })
  const sessions = thursdaysOf(demo)
  await createWork(tx, ids, id, demo, sessions)
  for (const entry of demo.entries) await createEntry(tx, ids, id, entry)
  const daysAgo = (Date.now() - Math.min(...sessions.map(Number))) / dayMs
  await datesMentorship(tx, id, daysBefore + Math.round(daysAgo))
}

async function createWork(
  tx: Database,
  { people }: DemoIds,
  mentorshipId: string,
  demo: DemoMentorship,
  sessions: readonly Date[],
): Promise<void> {
  const by = people[demo.people[0] ?? 'amara']
  const place = () => ({ mentorshipId, id: crypto.randomUUID(), by })
  if (demo.agreement) {
    await insertAgreement(tx, mentorshipId, by, { ...demo.agreement, endsOn: null, basedOn: 0 })
    for (const key of demo.people) await agreeTo(tx, mentorshipId, people[key], 1)
  }
  for (const at of sessions)
    await putSession(tx, place(), { startsAt: at.toISOString(), minutes: 45 })
  const item = { sessionId: null, isDone: false }
  for (const words of demo.agenda) await putAgendaItem(tx, place(), { words, ...item })
  for (const { for: key, says, dueIn } of demo.followUps) {
    const due = dayFrom(dueIn).slice(0, 10)
    await putFollowUp(tx, place(), { words: says, ownerId: people[key], due, sessionId: null })
  }
  for (const { by: key, title } of demo.goals) {
    const goal = { id: crypto.randomUUID(), title, due: null, mentorshipId }
    await insertGoal(tx, people[key], goal)
  }
}

async function createEntry(
  tx: Database,
  ids: DemoIds,
  mentorshipId: string,
  { by, daysAgo, title, set, sections }: DemoEntry,
): Promise<void> {
  const { language } = demoPeople[by]
  const shipped = shippedSets(language).find((one) => one.id === set)
  const entryId = crypto.randomUUID()
  const begun = sections.map(({ says }, nth) => ({
    ...{ id: crypto.randomUUID(), prompt: shipped?.prompts[nth] ?? '' },
    body: { type: 'doc', content: says },
  }))
  await insertEntry(tx, actorOf(ids, by), {
    ...{ id: entryId, mentorshipId, sessionId: null, title, sections: begun },
    begunWith: { set, version: shipped?.version ?? 1 },
    on: dayFrom(-daysAgo).slice(0, 10),
  })
  for (const [nth, { audience, talk }] of sections.entries()) {
    const place = { entryId, id: begun[nth]?.id ?? '', mentorshipId }
    await shareSection(tx, place, { audience, from: 'private' })
    if (talk) await createTalk(tx, ids, place, audience, talk)
  }
}

/** Said once it is shared: nobody reads in a margin what stood there before. */
async function createTalk(
  tx: Database,
  { people }: DemoIds,
  { entryId, id: roomId, mentorshipId }: { entryId: string; id: string; mentorshipId: string },
  from: Audience,
  { by, quote, says, answers = [], leftOpen }: DemoTalk,
): Promise<void> {
  const threadId = crypto.randomUUID()
  const said = (words: string, author: DemoPersonKey) => ({
    ...{ authorId: people[author], body: [{ text: words }] },
  })
  await insertThread(tx, { id: threadId, roomId, anchor: null, quote, ...said(says, by) })
  for (const answer of answers) {
    const row = { id: crypto.randomUUID(), ...said(answer.says, answer.by) }
    await insertCommentRow(tx, threadId, row)
  }
  if (leftOpen === undefined) return
  const question = { mentorshipId, entryId, sectionId: roomId, threadId, by: people[by] }
  await putQuestion(tx, question, { id: crypto.randomUUID(), words: leftOpen, from })
}
