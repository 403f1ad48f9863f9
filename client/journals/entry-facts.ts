import type { SectionSubject } from '@atelier/shared/access/can-in-journals'
import type { Entry, Section } from '@atelier/shared/journals/journal'
import type { Mentorship, MentorshipPerson } from '@atelier/shared/mentorships/mentorship'
import { useMe } from '../access/session'
import { useMentorships } from '../api/mentorship-records'

/** Whose an entry is, and who else it may be for. */
export type EntryFacts = {
  entry: Entry
  isAuthor: boolean
  /** Undefined as long as it is not known; null for an entry of one’s own alone. */
  mentorship: Mentorship | null | undefined
  /** Who is in it beside the reader. */
  others: readonly MentorshipPerson[]
  /** Null where it is the reader, or nobody known. */
  author: MentorshipPerson | null
  subjectOf(section: Section): SectionSubject
  /** When the server said so; 0 where it does not matter. */
  asOf: number
}

export function useEntryFacts(entry: Entry | undefined, asOf = 0): EntryFacts | undefined {
  const me = useMe()
  const { data: mentorships, isFetched } = useMentorships()
  if (!entry) return undefined
  const { mentorshipId, authorId } = entry
  const found = mentorships?.find(({ id }) => id === mentorshipId)
  // Without a network nobody knows who is in it: its author writes on, alone.
  const isKnown = mentorshipId === null || isFetched
  const mentorship = isKnown ? (found ?? null) : undefined
  const people = mentorship?.people ?? []
  const isAuthor = authorId === me.id
  const role = people.find(({ id }) => id === me.id)?.role
  return {
    entry,
    isAuthor,
    asOf,
    mentorship,
    others: othersIn(mentorship, me.id),
    author: isAuthor ? null : (people.find(({ id }) => id === authorId) ?? null),
    subjectOf: ({ audience, isFrozen }) => ({
      kind: 'section',
      workspaceId: me.workspaceId,
      isAuthor,
      audience,
      mentorship: mentorship && role ? { role, state: mentorship.state } : null,
      frozen: isFrozen,
    }),
  }
}

/** Who is in a mentorship now, but for one of them. */
export const othersIn = (mentorship: Mentorship | null | undefined, meId: string) =>
  (mentorship?.people ?? []).filter(
    ({ id, answer, hasLeft }) => id !== meId && answer === true && !hasLeft,
  )

export const isGoingOn = (mentorship: Pick<Mentorship, 'state'> | null | undefined): boolean =>
  mentorship?.state === 'active' || mentorship?.state === 'paused'
