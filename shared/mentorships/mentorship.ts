/**
 * Two people, or a small circle, who learn from each other for a time: what they agreed on, and how far it is.
 * Routes: server/mentorships. What they write is in a journal (shared/journals); nobody else reads any of it.
 */
import * as z from 'zod'
import type { MentorshipRole, MentorshipState } from '../access/roles'
import { day } from '../basics/day'
import { words } from '../basics/words'
import { type Language, languages } from '../people/choices'
import { id, type PersonCard } from '../people/person'
import type { MatchReason } from './matching'

export const mentorshipKinds = ['pair', 'circle'] as const
export type MentorshipKind = (typeof mentorshipKinds)[number]

export const circleSize = { least: 3, most: 6 } as const
/** In letters. */
const longest = {
  word: 1000,
  goal: 200,
  rhythm: 120,
  confidentiality: 2000,
  skill: 80,
  lookBack: 5000,
} as const
/** Of one person. */
const mostSkills = 30
/** Of one person, that nobody has answered yet. */
export const mostOpenAsks = 20
/** That one person has at once, as a mentor. */
const mostMentees = 20

const skill = words.trim().min(1).max(longest.skill)

/** What somebody offers as a mentor and seeks as a mentee. */
export const mentorProfile = z.strictObject({
  /** Whether others find them. */
  isOpen: z.boolean(),
  offers: z.array(skill).max(mostSkills),
  seeks: z.array(skill).max(mostSkills),
  languages: z.array(z.enum(languages)).max(languages.length),
  /** How many mentees they take at once. */
  capacity: z.int().min(0).max(mostMentees),
  about: words.trim().max(longest.word),
})
export type MentorProfile = z.infer<typeof mentorProfile>

/** Its id is chosen by whoever asks, so that asking again asks once. */
export const askForMentorship = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('pair'),
    id,
    personId: id,
    /** What the asking person wants to be in it. */
    as: z.enum(['mentor', 'mentee']),
    words: words.trim().max(longest.word),
  }),
  z.strictObject({
    kind: z.literal('circle'),
    id,
    personIds: z
      .array(id)
      .min(circleSize.least - 1)
      .max(circleSize.most - 1),
    words: words.trim().max(longest.word),
  }),
])
export type AskForMentorship = z.output<typeof askForMentorship>

/** A kind word goes along with a no as with a yes; it may be empty. */
export const answerMentorship = z.strictObject({
  accept: z.boolean(),
  words: words.trim().max(longest.word),
})
export type AnswerMentorship = z.output<typeof answerMentorship>

/** What both hold to. Each change is a version, in force when all have said yes to it. */
export const agreement = z.strictObject({
  goals: z.array(words.trim().min(1).max(longest.goal)).max(20),
  rhythm: words.trim().max(longest.rhythm),
  confidentiality: words.trim().max(longest.confidentiality),
  /** A day; null for open. */
  endsOn: day.nullable(),
})
export type Agreement = z.infer<typeof agreement>

/** `basedOn`: the newest version when it was written; 0 for a first one. Refused with `conflict` where there is a newer. */
export const writeAgreement = agreement.extend({ basedOn: z.int().min(0) })
export type WriteAgreement = z.infer<typeof writeAgreement>

export const agreeToVersion = z.strictObject({ version: z.int().min(1) })

/** What somebody looks back on, in one text; written anew until the others may read it. */
export const lookBack = z.strictObject({ words: words.trim().min(1).max(longest.lookBack) })

/** The others read it once everybody has written theirs, or so many days after the end. */
export const lookBackDays = 14

export type MentorshipPerson = PersonCard & {
  role: MentorshipRole
  /** Null until they have said yes or no; who asked has said yes. */
  answer: boolean | null
  /** The kind word that went with it. */
  words: string
  hasLeft: boolean
}

/** Times are ISO 8601. */
export type Mentorship = {
  id: string
  kind: MentorshipKind
  state: MentorshipState
  /** Who asked for it, and what they said. */
  askedBy: string
  words: string
  askedAt: string
  beganAt: string | null
  endedAt: string | null
  /** Whether the reader has written what they look back on. */
  hasLookedBack: boolean
  people: readonly MentorshipPerson[]
}

export type AgreementVersion = Agreement & {
  version: number
  writtenBy: string
  writtenAt: string
  agreedBy: readonly string[]
}

export type MentorshipPage = Mentorship & {
  /** In force: the newest that all have said yes to. */
  agreement: AgreementVersion | null
  /** A newer one that not all have said yes to. */
  proposed: AgreementVersion | null
  /** The reader's own, and those of others once they may be read. */
  lookBacks: readonly { personId: string; words: string }[]
}

/** More than so many, or nothing is said of how many there are. */
export const fewestForFigures = 5

/**
 * `GET /api/mentorships/figures`, for those who run the workspace: in steps of so many, or whoever asks twice could
 * tell by the difference that one has ended. Null where it would point at somebody.
 */
export type MentorshipFigures = { atLeast: number | null }
export const figureSteps = 5

/** Of those of one person, the latest ones that go on come first. */
export const mostListed = 200
/** Of those who could help. */
export const mostFound = 100

/** `GET /api/mentors`. `isAnyFull`: nobody is found, but somebody offers what one seeks and has no place left; not who. */
export type FoundMentors = { found: readonly FoundMentor[]; isAnyFull: boolean }

/** One who could help, for the asking person alone: see matching.ts. */
export type FoundMentor = {
  person: PersonCard
  reasons: readonly MatchReason[]
  offers: readonly string[]
  languages: readonly Language[]
  about: string
}

/** Which states one may be followed by. */
const next: Readonly<Record<MentorshipState, readonly MentorshipState[]>> = {
  asked: ['active', 'declined', 'ended'],
  active: ['paused', 'ended'],
  paused: ['active', 'ended'],
  declined: [],
  ended: [],
}

export const mayBecome = (from: MentorshipState, to: MentorshipState): boolean =>
  next[from].includes(to)
