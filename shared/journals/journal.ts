/**
 * A journal belongs to the one who writes it, and leaves with them. It is made of entries, these of sections: a
 * section is the unit of privacy, and a room of its own. What stands above it, a prompt, is a record; its text
 * alone is in the Y.Doc. Routes: server/journals.
 */
import * as z from 'zod'
import { type Audience, audiences } from '../access/roles'
import { day } from '../basics/day'
import { words } from '../basics/words'
import { id } from '../people/person'
import { longestPrompt, longestTitle, mostSections } from './limits'
import { type PromptSource, promptSource } from './prompt-contract'

const title = words.trim().max(longestTitle)
const prompt = words.trim().max(longestPrompt)

/** Its id is chosen by whoever writes it, so that asking again begins it once. It begins empty, and private. */
const beginSection = z.strictObject({ id, prompt: prompt.default('') })

/** Likewise. */
export const newEntry = z.strictObject({
  id,
  /** The mentorship it is written in; null for oneself. */
  mentorshipId: id.nullable(),
  /** The session of that mentorship whose notes it is. */
  sessionId: id.nullable().default(null),
  /** With which prompts it is begun; the sections hold their words. */
  begunWith: promptSource.nullable().default(null),
  title,
  on: day,
  sections: z.array(beginSection).min(1).max(mostSections),
})
export type NewEntry = z.output<typeof newEntry>

/** To another mentorship only while all of it is private. */
export const changeEntry = z.strictObject({ title, on: day, mentorshipId: id.nullable() }).partial()
export type ChangeEntry = z.output<typeof changeEntry>

/** Stands last, where `after` does not say after which; null for the top. */
export const newSection = beginSection.extend({ after: id.nullable().optional() })
export type NewSection = z.output<typeof newSection>

export const changeSection = z.strictObject({ prompt, after: id.nullable() }).partial()
export type ChangeSection = z.output<typeof changeSection>

/**
 * `from` is for whom its author saw it when they asked, `sharings` how often that had changed: refused with `conflict`
 * where it is for others by now, and where it was meanwhile. What comes twice is done once, whatever came between.
 */
export const shareSection = z.strictObject({
  audience: z.enum(audiences),
  from: z.enum(audiences),
  sharings: z.int().min(0).optional(),
})
export type ShareSection = z.output<typeof shareSection>

export type Section = {
  id: string
  prompt: string
  audience: Audience
  /**
   * When it was first shared, and how many others have had it before them since: what cannot be taken back; and how
   * often it was shared and taken back. Null while it never was, and for everybody but its author.
   */
  shared: { since: string; seenBy: number; sharings: number } | null
  /** Signed: nothing in it changes any more. */
  isFrozen: boolean
}

/** For everybody but its author: with the sections they may read, and no others. Whoever reads one reads the title. */
export type Entry = {
  id: string
  authorId: string
  mentorshipId: string | null
  sessionId: string | null
  begunWith: PromptSource | null
  title: string
  /** A day. */
  on: string
  sections: readonly Section[]
}

/** `GET /api/journals/entries`: the latest day first. `next` is to be sent as `before`; null at the end. */
export type EntryPage = { entries: Entry[]; next: string | null }
export const entryPageSize = 50

/** What cannot be read is as if it was not said. */
export const askEntries = z.object({
  /** Only the asking person's own, or only what others share with them. */
  whose: z.enum(['mine', 'others']).optional().catch(undefined),
  mentorship: id.optional().catch(undefined),
  before: z
    .string()
    .regex(/^[^_]+_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    .refine((before) => day.safeParse(before.split('_')[0]).success)
    .optional()
    .catch(undefined),
})
export type AskEntries = z.output<typeof askEntries>

/**
 * `POST /api/journals/search`: in one's own journal, by all the words. What somebody looks for there is as private as
 * what they wrote: no address says it, for those are kept on the way.
 */
export const searchJournal = z.strictObject({ q: words })

/** The latest first. */
export type FoundEntry = {
  entryId: string
  sectionId: string
  on: string
  title: string
  prompt: string
  /** Around the first place that holds one of the words, or its beginning. */
  excerpt: string
}
export const mostFoundEntries = 30
/** In letters. */
export const longestJournalQuery = 200

/** For a section's author alone: for whom it was when, and who has had it before them. The latest first. */
export type SectionPast = {
  sharings: { audience: Audience; at: string }[]
  readers: { person: { id: string; name: string }; firstAt: string; lastAt: string }[]
}

/** How somebody felt, for themself alone: sent to nobody else, counted nowhere. From 1, low, to 5. */
export const mood = z.strictObject({
  mood: z.int().min(1).max(5).nullable(),
  energy: z.int().min(1).max(5).nullable(),
})
export type Mood = z.infer<typeof mood>
