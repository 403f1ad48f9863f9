/** One's own sets of prompts, and when one wants to be asked. */
import * as z from 'zod'
import { day } from '../basics/day'
import { words } from '../basics/words'
import { id } from '../people/person'
import { longestPrompt, longestTitle, mostSections } from './limits'
import { shippedSetIds } from './prompt-sets'

/** Of one person. */
export const mostSets = 100
export const mostSchedules = 20

const setWords = z.strictObject({
  title: words.trim().min(1).max(longestTitle),
  prompts: z.array(words.trim().min(1).max(longestPrompt)).min(1).max(mostSections),
})

/** With a mentorship, its people may begin with it, too, as long as it goes on; only its maker changes it. */
export const newPromptSet = setWords.extend({ id, mentorshipId: id.nullable() })
export type NewPromptSet = z.output<typeof newPromptSet>

/** Another version; `basedOn` is the newest there was. Refused with `conflict` where there is a newer. */
export const newPromptVersion = setWords.extend({ basedOn: z.int().min(1) })
export type NewPromptVersion = z.output<typeof newPromptVersion>

export type OwnPromptSet = {
  id: string
  version: number
  title: string
  prompts: readonly string[]
  mentorshipId: string | null
  makerId: string
}

/** With what an entry was begun: whose words it has taken along, should anybody want to know later. */
export const promptSource = z.strictObject({
  set: z.union([z.enum(shippedSetIds), id]),
  version: z.int().min(1),
})
export type PromptSource = z.output<typeof promptSource>

export const rhythms = ['day', 'week', 'two-weeks', 'month'] as const
export type Rhythm = (typeof rhythms)[number]

/** From `on`, a day, every so often. */
export const newSchedule = z.strictObject({
  id,
  set: promptSource.shape.set,
  rhythm: z.enum(rhythms),
  on: day,
  mentorshipId: id.nullable(),
})
export type NewSchedule = z.output<typeof newSchedule>

/** The day on which it was done, or left: the next one is after it. Nothing is written down of a day that was left. */
export const passSchedule = z.strictObject({ on: day })

export type PromptSchedule = {
  id: string
  set: string
  rhythm: Rhythm
  /** The next day on which one wants to be asked. */
  nextOn: string
  mentorshipId: string | null
}

/** `GET /api/me/prompts`. */
export type OwnPrompts = { sets: OwnPromptSet[]; schedules: PromptSchedule[] }
