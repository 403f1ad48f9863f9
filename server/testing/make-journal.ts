/** A mentor and a mentee, and what they write. */
import type { Actor } from '@atelier/shared/access/can'
import type { Audience } from '@atelier/shared/access/roles'
import { newSectionUpdate } from '@atelier/shared/journals/new-section'
import type { Database } from '../db/database'
import { insertEntry } from '../journals/entry-queries'
import { insertSchedule, insertSet } from '../journals/prompt-queries'
import { shareSection } from '../journals/section-queries'
import { putAgendaItem, putFollowUp, putSession } from '../mentorships/mentoring-queries'
import { insertMentorship, putAnswer } from '../mentorships/mentorship-change-queries'
import { insertGoal } from '../mentorships/to-do-queries'
import { insertPublication } from '../publications/publication-queries'
import { insertFork } from '../suggestions/suggestion-queries'
import { type MadePerson, makeThread } from './make'

export const actorOf = ({ id: personId, workspaceId, role }: MadePerson): Actor => ({
  personId,
  workspaceId,
  role,
})

const yes = { accept: true, words: '' }

/** That has begun. */
export async function makePair(
  db: Database,
  { mentee, mentor }: { mentee: MadePerson; mentor: MadePerson },
): Promise<string> {
  const id = crypto.randomUUID()
  const ask = { kind: 'pair', id, personId: mentor.id, as: 'mentee', words: '' } as const
  await insertMentorship(db, actorOf(mentee), ask)
  await putAnswer(db, id, mentor.id, yes)
  return id
}

/** All of whom have said yes. */
export async function makeCircle(db: Database, [first, ...rest]: MadePerson[]): Promise<string> {
  if (!first) throw new Error('a circle of nobody')
  const id = crypto.randomUUID()
  const personIds = rest.map((one) => one.id)
  await insertMentorship(db, actorOf(first), { kind: 'circle', id, personIds, words: '' })
  for (const personId of personIds) await putAnswer(db, id, personId, yes)
  return id
}

export type MadeEntry = { id: string; sections: string[] }

/** A section for each audience, in this order. */
export async function makeEntry(
  db: Database,
  author: MadePerson,
  mentorshipId: string | null,
  audiences: readonly Audience[] = ['private'],
  words: { title?: string; prompt?: string } = {},
): Promise<MadeEntry> {
  const id = crypto.randomUUID()
  const begun = audiences.map(() => ({ id: crypto.randomUUID(), prompt: words.prompt ?? '' }))
  const place = { id, mentorshipId, sessionId: null, begunWith: null, on: '2026-11-27' }
  const entry = { ...place, title: words.title ?? '', sections: begun }
  await insertEntry(db, actorOf(author), entry)
  for (const [nth, audience] of audiences.entries())
    await shareSection(
      db,
      { entryId: id, id: begun[nth]?.id ?? '', mentorshipId },
      { audience, from: 'private' },
    )
  return { id, sections: begun.map((section) => section.id) }
}

export type MadeMentoring = {
  mentoringSession: string
  item: string
  followUp: string
  goal: string
}

/** One of each, said in `words`: what `owner` has to do, and aims at. */
export async function makeMentoring(
  db: Database,
  mentorshipId: string,
  { id: by }: MadePerson,
  words = 'Words',
): Promise<MadeMentoring> {
  const [mentoringSession, item, followUp, goal] = Array.from({ length: 4 }, () =>
    crypto.randomUUID(),
  ) as [string, string, string, string]
  const place = (id: string) => ({ mentorshipId, id, by })
  const startsAt = new Date(Date.now() + 86_400_000).toISOString()
  await putSession(db, place(mentoringSession), { startsAt, minutes: 60 })
  const sessionId = mentoringSession
  await putAgendaItem(db, place(item), { words, sessionId, isDone: false })
  await putFollowUp(db, place(followUp), { words, ownerId: by, due: null, sessionId })
  await insertGoal(db, by, { id: goal, title: words, due: null, mentorshipId })
  return { mentoringSession, item, followUp, goal }
}

export type MadePrompts = { promptSet: string; schedule: string }

/** A set in a mentorship, said in `words`, and when its maker wants to be asked by it. */
export async function makePrompts(
  db: Database,
  mentorshipId: string | null,
  { id: maker }: MadePerson,
  words = 'Words',
): Promise<MadePrompts> {
  const [promptSet, schedule] = [crypto.randomUUID(), crypto.randomUUID()]
  await insertSet(db, maker, { id: promptSet, title: words, prompts: [words], mentorshipId })
  const asked = { id: schedule, set: promptSet, rhythm: 'week', on: '2026-11-27' } as const
  await insertSchedule(db, maker, { ...asked, mentorshipId })
  return { promptSet, schedule }
}

type MadeJournal = Record<
  'mentorship' | 'entry' | 'section' | 'sectionThread' | 'sectionSuggestion',
  string
>

/** For routes: one of all there is between mentor and mentee. */
export async function makeJournal(
  db: Database,
  people: { mentee: MadePerson; mentor: MadePerson },
): Promise<MadeJournal & MadeMentoring & MadePrompts> {
  const mentorship = await makePair(db, people)
  const { id: entry, sections } = await makeEntry(db, people.mentee, mentorship, ['pair'])
  const mentoring = await makeMentoring(db, mentorship, people.mentee)
  const prompts = await makePrompts(db, mentorship, people.mentee)
  const section = sections[0] ?? ''
  const { id: sectionThread } = await makeThread(db, { id: section }, people.mentee)
  const { workspaceId, id: authorId } = people.mentor
  const fork = { workspaceId, sectionId: section, authorId }
  const { id: sectionSuggestion } = await insertFork(db, fork, newSectionUpdate())
  const made = { mentorship, entry, section, sectionThread, sectionSuggestion }
  return { ...made, ...mentoring, ...prompts }
}

/** Anonymous, whatever the section says; answers its id. */
export async function makePublication(
  db: Database,
  { sectionId, ...place }: { projectId: string; authorId: string; sectionId: string },
  words = 'Words',
): Promise<string> {
  const id = crypto.randomUUID()
  const parts = [{ sectionId, words, isQuote: true }]
  await insertPublication(db, place, { id, outcomeId: null, shownAs: 'anonymous', parts })
  return id
}
