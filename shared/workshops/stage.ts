/** A stage of a workshop's agenda: what is done in it, for how long, by which rules. Nothing of it is in a Y.Doc. */
import * as z from 'zod'
import { words } from '../basics/words'
import { type Language, languages } from '../people/choices'
import { noteColours } from './note-colours'

/**
 * - `check-in`: how everybody arrives, in a mood and a few words; nobody learns who said what.
 * - `ideate`: notes are written unseen, each person's in a pad of their own.
 * - `round-robin`: one after the other says one idea, and it is on the wall.
 * - `reveal`: what was written unseen comes onto the wall, all of it at once.
 * - `group`: notes are put together, and groups named.
 * - `vote`: each has a budget of dots; nobody sees a total before it is closed.
 * - `discuss`: the wall in the order of its votes.
 * - `decide`, `actions`: what was decided, and who does what until when.
 * - `close`: what the hour was worth, in a mark and a few words; as anonymous as the check-in.
 */
export const stageKinds = [
  'check-in',
  'ideate',
  'round-robin',
  'reveal',
  'group',
  'vote',
  'discuss',
  'decide',
  'actions',
  'close',
] as const
export type StageKind = (typeof stageKinds)[number]

/** The same words in several languages; whoever reads has their own, else the first there is. */
export const localWords = (most: number) =>
  z
    .partialRecord(z.enum(languages), words.trim().max(most))
    .refine((said) => Object.values(said).some((text) => text !== ''))
export type LocalWords = Partial<Record<Language, string>>

export const wordsIn = (said: LocalWords, language: string): string =>
  said[language as Language] || languages.map((one) => said[one]).find(Boolean) || ''

/** A question or heading under which notes are written: “Start”, “Stop”, “Continue”. `key` is the same in all languages and versions. */
export const topic = z.object({
  key: z.string().regex(/^[a-z0-9-]{1,40}$/),
  title: localWords(80),
  colour: z.enum(noteColours),
})
export type Topic = z.infer<typeof topic>

export const stageRules = z.object({
  /** Of `ideate` and `round-robin`: where notes belong. None: one heap. */
  topics: z.array(topic).max(8).optional(),
  /** Of `vote`: dots for each person in all, and on one note or group. */
  votes: z.int().min(1).max(20).optional(),
  votesOnOne: z.int().min(1).max(20).optional(),
  /** Of `ideate`: a note is rather drawn than written. */
  drawing: z.boolean().optional(),
  /** Of `ideate` and `discuss`: in groups of so many, 2 or 4 or all of them. */
  groupsOf: z.int().min(2).max(8).optional(),
})
export type StageRules = z.infer<typeof stageRules>

export const newStage = z.object({
  /** What it is the same by over versions and runs of a kit. */
  key: z.string().regex(/^[a-z0-9-]{1,40}$/),
  kind: z.enum(stageKinds),
  title: localWords(80),
  prompt: localWords(500).optional(),
  /** Its timebox; null for as long as it takes. */
  minutes: z.int().min(1).max(240).nullable(),
  rules: stageRules,
})
export type NewStage = z.infer<typeof newStage>

/** In a workshop. Times are ISO 8601. */
export type Stage = NewStage & {
  id: string
  /** Since when what was written in it is on the wall. */
  revealedAt: string | null
  /** Of `vote`, `check-in` and `close`: since when nobody adds to it any more, and everybody sees what came of it. */
  closedAt: string | null
}

export const mostStages = 30
export const defaultVotes = 5
export const votesOf = ({ rules }: { rules: StageRules }) => rules.votes ?? defaultVotes
export const votesOnOneOf = ({ rules }: { rules: StageRules }) =>
  rules.votesOnOne ?? votesOf({ rules })
