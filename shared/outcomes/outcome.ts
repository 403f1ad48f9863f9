/**
 * What a project wants people to be able to do at its end: a skill at a level. Cards contribute to outcomes
 * (`outcome:<id>` in shared/boards). Routes: server/outcomes/outcome-routes.ts.
 */
import * as z from 'zod'
import { words } from '../basics/words'
import { id } from '../people/person'

/** From the first to the last one: each holds what comes before it. */
export const outcomeLevels = ['knows', 'guided', 'alone', 'teaches'] as const
export type OutcomeLevel = (typeof outcomeLevels)[number]

/** In letters. */
export const longestOutcome = { name: 120, description: 1000 } as const
/** Of one project, archived ones among them. */
export const mostOutcomes = 100
/** That one card contributes to, as far as it is counted or taken along. */
export const mostContributions = 50

const fields = {
  /** What somebody can do then, in a few words. */
  name: words.trim().min(1).max(longestOutcome.name),
  level: z.enum(outcomeLevels),
  /** By what one sees that it is reached; may be empty. */
  description: words.trim().max(longestOutcome.description),
}

/** Its id is chosen by whoever adds it, so that asking again adds it once. It comes last. */
export const newOutcome = z.strictObject({
  id,
  ...fields,
  description: fields.description.default(''),
})
export type NewOutcome = z.input<typeof newOutcome>

export const changeOutcome = z
  .strictObject({
    ...fields,
    archived: z.boolean(),
    /** The outcome it stands after now; null for the first place. */
    after: id.nullable(),
  })
  .partial()
export type ChangeOutcome = z.infer<typeof changeOutcome>

export type Outcome = {
  id: string
  name: string
  level: OutcomeLevel
  description: string
  archived: boolean
}

/**
 * What is done towards an outcome on one board. `cards` are those on the board, and those that were finished before
 * they were archived; `learned` are notes of what somebody learned, on archived cards, too.
 */
export type OutcomeWork = {
  board: { id: string; title: string }
  cards: number
  done: number
  learned: number
}

/** In the project's order. `work` is by outcome, and by board in the order of titles; written when a board is quiet. */
export type Outcomes = { outcomes: Outcome[]; work: Record<string, OutcomeWork[]> }
