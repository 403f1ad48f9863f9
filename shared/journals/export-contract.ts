/** `GET /api/journals/export?format=…`: one's own journal, all of it, and nothing of anybody else's. */
import type { JSONContent } from '@tiptap/core'
import type { Audience } from '../access/roles'
import type { FollowUp, Goal } from '../mentorships/mentoring'
import type { Mood, SectionPast } from './journal'
import type { PromptSource } from './prompt-contract'

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

/** By day, the oldest first. */
export type ExportedJournal = {
  format: 'atelier-journal'
  version: 1
  author: { id: string; name: string }
  entries: ExportedEntry[]
  goals: Goal[]
  followUps: FollowUp[]
}
