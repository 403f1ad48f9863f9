/** How a mentorship stands for one of its people: what they see it under, and what they may do. */
import type { MentorshipSubject } from '@atelier/shared/access/can-in-journals'
import {
  lookBackDays,
  type Mentorship,
  type MentorshipPage,
  type MentorshipPerson,
} from '@atelier/shared/mentorships/mentorship'

/** In the order in which they are shown. */
export const standings = [
  'asks-me',
  'looks-back',
  'going-on',
  'waiting',
  'resting',
  'over',
] as const
export type Standing = (typeof standings)[number]

export function standingOf(mentorship: Mentorship, me: string, now = Date.now()): Standing {
  const { state, people } = mentorship
  const own = people.find(({ id }) => id === me)
  if (own?.answer && !own.hasLeft && isToLookBackOn(mentorship, now)) return 'looks-back'
  const isOver = state === 'declined' || state === 'ended'
  if (!own || isOver || own.hasLeft || own.answer === false) return 'over'
  if (own.answer === null) return 'asks-me'
  if (state === 'asked') return 'waiting'
  return state === 'paused' ? 'resting' : 'going-on'
}

/** It is over, and the reader has not looked back; later than that it is theirs to do, and nobody asks for it. */
const isToLookBackOn = ({ beganAt, endedAt, hasLookedBack }: Mentorship, now: number): boolean =>
  beganAt !== null &&
  endedAt !== null &&
  !hasLookedBack &&
  now < Date.parse(lookBacksOpenAt(endedAt))

/** Who else is in it, or is asked to be; of one that is over, who was. */
export const othersIn = ({ people, state }: Mentorship, me: string): MentorshipPerson[] =>
  people.filter(
    ({ id, hasLeft, answer }) =>
      id !== me && (state === 'ended' || state === 'declined' || (!hasLeft && answer !== false)),
  )

/** Who is in it now, the asking person among them. */
export const peopleNowIn = ({ people }: Mentorship): MentorshipPerson[] =>
  people.filter(({ answer, hasLeft }) => answer === true && !hasLeft)

export function subjectOf(
  { state, askedBy, people }: Mentorship,
  me: string,
  workspaceId: string,
): MentorshipSubject {
  const own = people.find(({ id }) => id === me)
  return {
    kind: 'mentorship',
    workspaceId,
    role: own && !own.hasLeft ? own.role : null,
    state,
    agreed: own?.answer === true,
    asked: askedBy === me,
  }
}

const dayMs = 86_400_000

/** The day from which on everybody reads what everybody looked back on, written or not. */
export const lookBacksOpenAt = (endedAt: string): string =>
  new Date(Date.parse(endedAt) + lookBackDays * dayMs).toISOString()

/** Whether the others read it: from then on nobody changes theirs. */
export function areLookBacksOpen(page: MentorshipPage, now = Date.now()): boolean {
  if (page.endedAt === null) return false
  if (now >= Date.parse(lookBacksOpenAt(page.endedAt))) return true
  return peopleNowIn(page).every(({ id }) => page.lookBacks.some((one) => one.personId === id))
}
