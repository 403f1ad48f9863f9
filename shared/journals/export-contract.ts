/** `GET /api/journals/export?format=…`: one's own journal, all of it, and nothing of anybody else's. */
import type { JSONContent } from '@tiptap/core'
import type { Audience, MentorshipState } from '../access/roles'
import type { CommentThread } from '../comments/comment'
import type { FollowUp, Goal } from '../mentorships/mentoring'
import type { AgreementVersion, MentorshipKind } from '../mentorships/mentorship'
import type { Mood, SectionPast } from './journal'
import type { PromptSchedule, PromptSource } from './prompt-contract'

/** `json` holds all there is, the others what one reads. */
export const journalFormats = ['md', 'html', 'docx', 'pdf', 'json'] as const
export type JournalFormat = (typeof journalFormats)[number]

export type ExportedSection = {
  id: string
  prompt: string
  audience: Audience
  isFrozen: boolean
  /** For whom it was when, the latest first. */
  sharings: SectionPast['sharings']
  /** Whether it could not be read where it is stored: its body is empty then. */
  isLost: boolean
  /** As docs are: see shared/docs. */
  body: JSONContent
  /** What was said beside it, by whomever: a section's author reads all of it, and keeps what was said to them. */
  margin: CommentThread[]
}

export type ExportedEntry = Mood & {
  id: string
  on: string
  title: string
  mentorshipId: string | null
  sessionId: string | null
  begunWith: PromptSource | null
  sections: ExportedSection[]
}

/** One's own set of prompts, with all its versions, the first one first. */
export type ExportedPromptSet = {
  id: string
  mentorshipId: string | null
  versions: { version: number; title: string; prompts: readonly string[]; at: string }[]
}

/** One that somebody is in and may read now; of what was agreed on in it the versions they said yes to, the first first. */
export type ExportedMentorship = {
  id: string
  kind: MentorshipKind
  state: MentorshipState
  beganAt: string | null
  endedAt: string | null
  /** Who is in it, or was. */
  people: string[]
  agreements: AgreementVersion[]
}

export type ExportedLookBack = { mentorshipId: string; words: string; at: string }

/**
 * Entries by day, the oldest first. Times are ISO 8601. A reader may rely on what a version has: whatever is renamed,
 * taken out or means something else raises it. 2: also margins, prompts, mentorships and looks back; `people` says what
 * everybody is called who is named by id.
 */
export type ExportedJournal = {
  format: 'atelier-journal'
  version: 2
  author: { id: string; name: string }
  entries: ExportedEntry[]
  goals: Goal[]
  followUps: FollowUp[]
  promptSets: ExportedPromptSet[]
  /** Also by shipped sets, and by those of others. */
  promptSchedules: PromptSchedule[]
  mentorships: ExportedMentorship[]
  lookBacks: ExportedLookBack[]
  people: { id: string; name: string }[]
}
