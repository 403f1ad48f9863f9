/**
 * What somebody has published out of their journal in a project, maybe as evidence for an outcome: words as they were
 * then, under the name they chose. Never the section itself. Routes: server/publications.
 */
import * as z from 'zod'
import { words } from '../basics/words'
import { mostSections } from '../journals/limits'
import { id } from '../people/person'

/** Under which name: the whole one, its first word, or none. */
export const shownNames = ['name', 'first-name', 'anonymous'] as const
export type ShownName = (typeof shownNames)[number]

/** In letters, of one part. */
const longestPart = 20_000
/** Of one project. */
export const mostPublications = 500

/** Its id is chosen by its author, so that asking again publishes once. */
export const newPublication = z.strictObject({
  id,
  outcomeId: id.nullable(),
  shownAs: z.enum(shownNames),
  /**
   * Of one entry. Either all that a section says, a line for each paragraph, or words that stand in it. Exactly what
   * its author has seen: where it is not so any more, it is refused as a conflict.
   */
  parts: z
    .array(z.strictObject({ sectionId: id, words: words.trim().min(1).max(longestPart) }))
    .min(1)
    .max(mostSections),
})
export type NewPublication = z.output<typeof newPublication>

export type PublishedPart = { words: string; isQuote: boolean }

/** For who reads the project. Nothing in it leads to its author, but the name they chose. */
export type Publication = {
  id: string
  /** Null where it is nobody's name. */
  name: string | null
  outcomeId: string | null
  /** A day, no more: when exactly might say who it was. */
  on: string
  /** Whether the asking person published it. */
  isOwn: boolean
  parts: PublishedPart[]
}

/** `GET /api/projects/:id/publications`: the latest day first; those of one day in no order that says anything. */
export type Publications = { publications: Publication[] }

/** `GET /api/me/publications`: what the asking person has published, the latest first. */
export type OwnPublication = {
  id: string
  /** Null where they do not read it any more. */
  project: { id: string; title: string } | null
  outcome: string | null
  shownAs: ShownName
  publishedAt: string
  /** Its words are gone from then on. */
  withdrawnAt: string | null
  parts: (PublishedPart & { sectionId: string })[]
}
export type OwnPublications = { publications: OwnPublication[] }

export const firstNameOf = (name: string): string => name.trim().split(/\s+/)[0] ?? ''

/** What is compared, whatever stands between the words. */
const plain = (text: string) => text.replaceAll('\u0000', '').replace(/\s+/g, ' ').trim()

/** Whether these are all the words of a text, or stand in it; null where they are neither. */
export function partOf(text: string, words: string): PublishedPart | null {
  const [all, some] = [plain(text), plain(words)]
  if (some === '' || !all.includes(some)) return null
  return { words: words.trim(), isQuote: all !== some }
}
