/** Who may do what between mentor and mentee, and in a journal. What anybody is in the workspace changes nothing here. */
import type { Audience, MentorshipRole, MentorshipState } from './roles'

/** `role` is the asking person's own in it, null for none. */
export type MentorshipSubject = {
  kind: 'mentorship'
  workspaceId: string
  role: MentorshipRole | null
  state: MentorshipState
  /** Whether the asking person is who asked for it. */
  asked: boolean
}

/** Of a journal. `mentorship` is what it is written in, with the asking person's own role there; null for none. */
export type SectionSubject = {
  kind: 'section'
  workspaceId: string
  isAuthor: boolean
  audience: Audience
  mentorship: Pick<MentorshipSubject, 'role' | 'state'> | null
  /** Signed. */
  frozen: boolean
}

export type MentorshipVerb = 'read' | 'answer' | 'work' | 'pause' | 'end' | 'look-back'
export type SectionVerb = 'read' | 'edit' | 'comment' | 'share' | 'offer'

/** Its people alone, whatever else they are here. */
export function canInMentorship(verb: MentorshipVerb, mentorship: MentorshipSubject): boolean {
  const { role, state, asked } = mentorship
  if (role === null) return false
  switch (verb) {
    case 'read':
      return true
    case 'answer':
      return state === 'asked' && !asked
    case 'work':
      return state === 'active'
    case 'pause':
    case 'end':
      return isGoingOn(state)
    case 'look-back':
      return state === 'ended'
  }
}

const isGoingOn = (state: MentorshipState) => state === 'active' || state === 'paused'

/**
 * Nobody reads a journal but its people: no owner, no admin, no lead. What was shared is the author's alone again
 * once the mentorship is over, and while it is paused others only read.
 */
export function canInSection(verb: SectionVerb, section: SectionSubject): boolean {
  const { isAuthor, audience, mentorship, frozen } = section
  const isShared = audience !== 'private' && mentorship !== null && isGoingOn(mentorship.state)
  if (!isAuthor && !(isShared && mentorship.role !== null)) return false
  switch (verb) {
    case 'read':
      return true
    case 'share':
    case 'offer':
      return isAuthor
    case 'edit':
      return !frozen && (isAuthor || mentorship?.state === 'active')
    case 'comment':
      return isShared && mentorship.state === 'active'
  }
}
