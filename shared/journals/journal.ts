/**
 * A journal belongs to the one who writes it, and leaves with them. It is made of entries, these of sections: a
 * section is the unit of privacy, and a room of its own. What stands above it, a prompt, is a record; its text
 * alone is in the Y.Doc. Routes: server/journals.
 */
import * as z from 'zod'
import { type Audience, audiences } from '../access/roles'
import { words } from '../basics/words'
import { id } from '../people/person'

/** In letters. */
export const longestTitle = 200
export const longestPrompt = 1000
/** Of one entry. */
export const mostSections = 40

const day = z.iso.date()
const prompt = words.trim().max(longestPrompt)

/** Its id is chosen by whoever writes it, so that asking again begins it once. */
export const newEntry = z.strictObject({
  id,
  /** The mentorship it is written in; null for oneself. */
  mentorshipId: id.nullable(),
  title: words.trim().max(longestTitle),
  on: day,
  /** One section for each; a first, empty one without any. All begin private. */
  prompts: z.array(prompt).max(mostSections).default([]),
})
export type NewEntry = z.input<typeof newEntry>

export const changeEntry = z
  .strictObject({ title: words.trim().max(longestTitle), on: day })
  .partial()

export const newSection = z.strictObject({ id, prompt: prompt.default('') })

export const shareSection = z.strictObject({ audience: z.enum(audiences) })

export type Section = {
  id: string
  prompt: string
  audience: Audience
  /** When it was first shared, and how many others have seen it since: what cannot be taken back. Null while it never was. */
  shared: { since: string; seenBy: number } | null
  /** Signed: nothing in it changes any more. */
  isFrozen: boolean
}

export type Entry = {
  id: string
  authorId: string
  mentorshipId: string | null
  title: string
  /** A day. */
  on: string
  sections: readonly Section[]
}

/** How somebody felt, for themself alone: sent to nobody else, counted nowhere. From 1, low, to 5. */
export const mood = z.strictObject({
  mood: z.int().min(1).max(5).nullable(),
  energy: z.int().min(1).max(5).nullable(),
})
export type Mood = z.infer<typeof mood>
