import type { AgendaItem } from '@atelier/shared/mentorships/mentoring'
import type { Mentorship } from '@atelier/shared/mentorships/mentorship'
import { isGoingOn } from './entry-facts'

/** Whether what is asked in a thread waits for the next session: once a mentorship is over there is none. */
export const isOnAgenda = (
  mentorship: Pick<Mentorship, 'state'> | null | undefined,
  agenda: readonly Pick<AgendaItem, 'question' | 'isDone'>[],
  threadId: string,
): boolean =>
  isGoingOn(mentorship) &&
  agenda.some(({ question, isDone }) => question?.threadId === threadId && !isDone)
