/**
 * Rules of a board: when a card comes into a column, something is done to it. Records, for the server runs
 * them, once, whoever moved the card and however many look on.
 */
import * as z from 'zod'
import { id } from '../people/person'
import { cardId } from '../references/reference'

/** A column or label inside its board. */
const part = cardId

const ruleAction = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('assign'), person: id }),
  /** Whoever moved the card there. */
  z.strictObject({ do: z.literal('assign-mover') }),
  z.strictObject({ do: z.literal('unassign-all') }),
  z.strictObject({ do: z.enum(['add-label', 'remove-label']), label: part }),
  /** In so many days, seen from when it came; 0 is that day. */
  z.strictObject({ do: z.literal('set-due'), days: z.int().min(0).max(365) }),
  z.strictObject({ do: z.literal('clear-due') }),
  z.strictObject({ do: z.literal('check-all') }),
  /** Asks whoever it is assigned to, or else who moved it, what they learned. */
  z.strictObject({ do: z.literal('ask-learned') }),
  /** Puts it into somebody's inbox; never into that of whoever moved the card. */
  z.strictObject({ do: z.literal('notify'), person: id }),
  z.strictObject({ do: z.enum(['notify-assignees', 'notify-watchers']) }),
])
export type RuleAction = z.infer<typeof ruleAction>

export const mostActions = 10
export const mostRules = 100

/** `id` is made by whoever writes, so that sending twice makes one. */
export const putRule = z.strictObject({
  column: part,
  actions: z.array(ruleAction).min(1).max(mostActions),
})
export type PutRule = z.infer<typeof putRule>

/** `madeBy` is a name. */
export type Rule = PutRule & { id: string; madeBy: string }
export type Rules = { rules: Rule[] }
