/**
 * A training record: an apprentice writes down week by week what they learned after a plan, a trainer of the company
 * and somebody of the school sign it. It is read by these three alone. Routes: server/training.
 */
import * as z from 'zod'
import { type SigningRole, signingRoles, type TrainingRole } from '../access/roles'
import { day } from '../basics/day'
import { words } from '../basics/words'
import type { PersonCard } from '../people/person'
import { id } from '../people/person'
import type { PlanVersion } from './plan'
import type { SignedPart } from './proof'
import type { Absence, WeekForm } from './week-form'
import type { WeekGlance } from './week-state'

/** `as` is what the asking person is in it themself; the two others are asked. */
export const newRecord = z
  .strictObject({
    id,
    planId: id,
    planVersion: z.int().min(1),
    apprenticeId: id,
    trainerId: id,
    schoolId: id,
    startsOn: day,
    endsOn: day,
  })
  .refine(({ startsOn, endsOn }) => startsOn < endsOn, { path: ['endsOn'], message: 'too-early' })
  .refine(({ startsOn, endsOn }) => Date.parse(endsOn) - Date.parse(startsOn) < 6 * 366 * 864e5, {
    path: ['endsOn'],
    message: 'too-late',
  })
export type NewRecord = z.output<typeof newRecord>

export const answerRecord = z.strictObject({ accept: z.boolean() })

/** Somebody new instead of who is it now, once they say yes. There is one apprentice. */
export const replaceInRecord = z.strictObject({
  role: z.enum(signingRoles),
  personId: id,
})
export type ReplaceInRecord = z.output<typeof replaceInRecord>

/** What is to be signed is named by its hash: nobody signs what they have not seen. */
const hash = z.string().regex(/^[0-9a-f]{64}$/)
export const signWeek = z.strictObject({ hash, password: z.string().min(1).max(256) })
const longestReturn = 2000
export const returnWeek = z.strictObject({ hash, words: words.trim().min(1).max(longestReturn) })
export const submitWeek = z.strictObject({ basedOn: z.int().min(1) })

export const recordFormats = ['pdf', 'json'] as const
export type RecordFormat = (typeof recordFormats)[number]

export type RecordPerson = Omit<PersonCard, 'department'> & {
  role: TrainingRole
  /** `asked`: has not answered yet; `before`: somebody else is it now. */
  standing: 'asked' | 'now' | 'before'
  /** Whether they can sign in at all. */
  isHere: boolean
}

/** In a list; what waits for the asking person is counted. */
export type RecordRow = {
  id: string
  occupation: string
  planTitle: string
  role: TrainingRole
  people: RecordPerson[]
  startsOn: string
  endsOn: string
  state: 'asked' | 'in-force'
  /** Whether the asking person is to say yes or no. */
  isAsked: boolean
  /** Weeks and addenda that the asking person is to sign, or, of the apprentice, that came back. */
  waiting: number
  gaps: number
}

export type KeyCard = { algorithm: 'Ed25519'; publicKey: string; fingerprint: string }

/** How much of an item there is in what was submitted. */
export type ItemCoverage = { code: string; minutes: number; weeks: number }

export type RecordPage = RecordRow & {
  plan: PlanVersion & { id: string }
  begunBy: string
  /** As what the asking person may ask somebody else to be in it. */
  mayReplace: SigningRole[]
  mayPutAway: boolean
  weeks: WeekGlance[]
  coverage: ItemCoverage[]
  /** Null until something was signed in this workspace. */
  key: KeyCard | null
}

export type Return = { by: string; role: TrainingRole; words: string; at: string }

export type WeekPage = {
  week: string
  /** What is written down of it before it is submitted: for the apprentice alone, null for everybody else. */
  draft: { version: number; form: WeekForm } | null
  /** Of what is not submitted, others are told only that there is a reason. */
  absence: Absence | 'some'
  /** The week, then its addenda; only what is submitted, and not taken or sent back. */
  parts: (SignedPart & { returns: Return[] })[]
  /** What the last sending back said, while it is the apprentice's turn. */
  returned: Return | null
  glance: WeekGlance
}
