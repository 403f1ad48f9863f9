/**
 * What the people of a mentorship do: sessions with an agenda, what follows from them, and goals. All are records
 * that only its people read. Routes: server/mentorships/mentoring-routes.ts, and to-do-routes.ts for one's own list.
 */
import * as z from 'zod'
import { audiences } from '../access/roles'
import { day, moment } from '../basics/day'
import { words } from '../basics/words'
import { id } from '../people/person'

/** In letters. */
const longestItem = 500
/** Of one mentorship, of each kind. */
export const mostRecords = 500
/** Of one person. */
export const mostGoals = 200

export const goalStates = ['open', 'reached', 'let-go'] as const
export type GoalState = (typeof goalStates)[number]

const item = words.trim().min(1).max(longestItem)

/** `PUT …/sessions/:sessionId`: the first time it makes the session. */
export const putSession = z.strictObject({
  startsAt: moment,
  minutes: z
    .int()
    .min(5)
    .max(24 * 60),
})
export type PutSession = z.output<typeof putSession>

/**
 * `PUT …/agenda/:itemId`, likewise. With no session it is for whichever comes next: where an open question is
 * brought. `after` which other it stands; null for the top; left out, where it stands already, or last.
 */
export const putAgendaItem = z.strictObject({
  words: item,
  sessionId: id.nullable(),
  isDone: z.boolean(),
  after: id.nullable().optional(),
})
export type PutAgendaItem = z.output<typeof putAgendaItem>

/**
 * `POST /api/sections/:id/threads/:threadId/question`: what is said there is left open, and brought to the next
 * session. `words` are read by everybody in the mentorship, whoever reads the section: `from` is for whom it was when
 * this was asked, and where it is for others by now that is a `conflict`. Once it is there, the same is answered; one
 * that was done is open again. `id` is the item’s, where there is none yet.
 */
export const askQuestion = z.strictObject({ id, words: item, from: z.enum(audiences) })
export type AskQuestion = z.output<typeof askQuestion>

/** `PUT …/follow-ups/:followUpId`, likewise. */
export const putFollowUp = z.strictObject({
  words: item,
  ownerId: id,
  due: day.nullable(),
  sessionId: id.nullable(),
})
export type PutFollowUp = z.output<typeof putFollowUp>

/** Where its owner put it on a board; null to take that back. Seen by them alone. */
const card = z.strictObject({ boardId: id, card: z.string().min(1).max(100) }).nullable()

/** By its owner alone, also while the mentorship is paused, or over. */
export const changeFollowUp = z.strictObject({ isDone: z.boolean(), card }).partial()
export type ChangeFollowUp = z.output<typeof changeFollowUp>

/** With a mentorship, its people read it; it stays its person's own to change. */
export const newGoal = z.strictObject({
  id,
  title: item,
  due: day.nullable(),
  mentorshipId: id.nullable(),
})
export type NewGoal = z.output<typeof newGoal>
export const changeGoal = z
  .strictObject({ title: item, due: day.nullable(), state: z.enum(goalStates), card })
  .partial()
export type ChangeGoal = z.output<typeof changeGoal>

export type MentoringSession = { id: string; startsAt: string; minutes: number }
export type AgendaItem = {
  id: string
  sessionId: string | null
  words: string
  isDone: boolean
  createdBy: string
  /** Where it was asked, for who may read that now; null for all others, and for what was not asked in a journal. */
  question: QuestionPlace | null
}
export type QuestionPlace = {
  entryId: string
  sectionId: string
  threadId: string
  isSettled: boolean
}
export type CardPlace = { boardId: string; card: string }
export type FollowUp = {
  id: string
  mentorshipId: string
  sessionId: string | null
  ownerId: string
  words: string
  due: string | null
  isDone: boolean
  /** Null for everybody but its owner. */
  card: CardPlace | null
}
export type Goal = {
  id: string
  personId: string
  mentorshipId: string | null
  title: string
  due: string | null
  state: GoalState
  /** Null for everybody but its person. */
  card: CardPlace | null
}

/** `GET /api/mentorships/:id/mentoring`: sessions by when they begin, the agenda in its order. */
export type Mentoring = {
  sessions: MentoringSession[]
  agenda: AgendaItem[]
  followUps: FollowUp[]
  goals: Goal[]
}

/** `GET /api/me/to-dos`: the reader's own, from all their mentorships, and their goals. */
export type ToDos = { followUps: FollowUp[]; goals: Goal[] }
