/** Who may do what between mentor and mentee, and in a journal. What anybody is in the workspace changes nothing here. */
import type { Audience, MentorshipRole, MentorshipState, ProjectRole } from './roles'

/** `role` is the asking person's own in it, null for none: also for who has left it, or said no to it. */
export type MentorshipSubject = {
  kind: 'mentorship'
  workspaceId: string
  role: MentorshipRole | null
  state: MentorshipState
  /** Whether the asking person has said yes to it, as who asked for it has. */
  agreed: boolean
  /** Whether the asking person is who asked for it. */
  asked: boolean
}

/** Of a journal. `mentorship` is what it is written in, with the asking person's own role there; null for none. */
export type SectionSubject = {
  kind: 'section'
  workspaceId: string
  isAuthor: boolean
  audience: Audience
  /** Null also where its author, or the asking person, is not in it any more, or not yet; or its author suspended. */
  mentorship: Pick<MentorshipSubject, 'role' | 'state'> | null
  /** Signed. */
  frozen: boolean
}

/** What sections stand under: a day and a title. */
export type EntrySubject = {
  kind: 'entry'
  workspaceId: string
  isAuthor: boolean
  /** Whether the asking person may read one of its sections. */
  readsSome: boolean
  /** Whether one of its sections is signed. */
  frozen: boolean
}

export type MentorshipVerb =
  | 'read'
  | 'follow'
  | 'answer'
  | 'write'
  | 'work'
  | 'pause'
  | 'end'
  | 'leave'
  | 'look-back'
export type SectionVerb =
  | 'read'
  | 'edit'
  | 'comment'
  | 'ask'
  | 'suggest'
  | 'decide'
  | 'share'
  | 'offer'
  | 'erase'
export type EntryVerb = 'read' | 'change' | 'erase'

/** What somebody published out of their journal. `project` is the asking person's place where it was published. */
export type PublicationSubject = {
  kind: 'publication'
  workspaceId: string
  isAuthor: boolean
  isWithdrawn: boolean
  project: { role: ProjectRole | null; archived: boolean }
}

/** Its people alone, whatever else they are here. */
export function canInMentorship(verb: MentorshipVerb, mentorship: MentorshipSubject): boolean {
  const { role, state, agreed, asked } = mentorship
  if (role === null) return false
  if (verb === 'read') return true
  if (verb === 'answer') return !agreed && (state === 'asked' || isGoingOn(state))
  if (!agreed) return false
  switch (verb) {
    case 'follow':
      return true
    case 'write':
    case 'pause':
      return isGoingOn(state)
    case 'work':
      return state === 'active'
    // Nobody ends a circle for the others; who asked for something may think better of it.
    case 'end':
      return state === 'asked' ? asked : isGoingOn(state) && role !== 'peer'
    case 'leave':
      return isGoingOn(state) && role === 'peer'
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
  const isShared =
    mentorship !== null && isGoingOn(mentorship.state) && isMeantFor(audience, mentorship.role)
  if (!isAuthor && !isShared) return false
  switch (verb) {
    case 'read':
      return true
    case 'share':
    case 'offer':
      return isAuthor
    case 'edit':
      return !frozen && (isAuthor || mentorship?.state === 'active')
    // Also to oneself, in what nobody else reads; and beside what is signed.
    case 'comment':
      return isAuthor || mentorship?.state === 'active'
    // There is a next session. From a private one as well: its author alone says so, in words for the others.
    case 'ask':
      return mentorship?.role != null && mentorship.state === 'active'
    // What others would have it say; whose it is writes, and decides.
    case 'suggest':
      return !isAuthor && !frozen && mentorship?.state === 'active'
    case 'decide':
    case 'erase':
      return isAuthor && !frozen
  }
}

const isMeantFor = (audience: Audience, role: MentorshipRole | null): boolean =>
  audience === 'pair'
    ? role === 'mentor' || role === 'mentee'
    : audience === 'circle' && role === 'peer'

export function canWithEntry(
  verb: EntryVerb,
  { isAuthor, readsSome, frozen }: EntrySubject,
): boolean {
  switch (verb) {
    case 'read':
      return isAuthor || readsSome
    case 'change':
      return isAuthor
    case 'erase':
      return isAuthor && !frozen
  }
}
