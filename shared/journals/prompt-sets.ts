/**
 * What may stand above the sections of an entry, to help one begin. A set is text and nothing else: an entry that is
 * begun with it takes its prompts along as they are then, and no later version changes what somebody has written
 * under. Shipped sets are here; one's own, and when one wants to be asked, are records (server/journals).
 */
import type { Language } from '../people/choices'
import { englishPrompts } from './prompts-english'
import { germanPrompts } from './prompts-german'

export const shippedSetIds = [
  'what-so-what-now-what',
  'gibbs',
  'week',
  'before-a-placement',
  'during-a-placement',
  'after-a-placement',
  'after-a-mistake',
  'for-mentors',
] as const
export type ShippedSetId = (typeof shippedSetIds)[number]

export type PromptWords = { title: string; about: string; prompts: readonly string[] }

/** `version` is raised with any change of its words, in any language. */
export type ShippedSet = PromptWords & { id: ShippedSetId; version: number }

const versions: Readonly<Record<ShippedSetId, number>> = {
  'what-so-what-now-what': 1,
  gibbs: 1,
  week: 1,
  'before-a-placement': 1,
  'during-a-placement': 1,
  'after-a-placement': 1,
  'after-a-mistake': 1,
  'for-mentors': 1,
}

const byLanguage: Readonly<Record<Language, Readonly<Record<ShippedSetId, PromptWords>>>> = {
  en: englishPrompts,
  de: germanPrompts,
}

export const shippedSets = (language: Language): ShippedSet[] =>
  shippedSetIds.map((id) => ({ id, version: versions[id], ...byLanguage[language][id] }))
