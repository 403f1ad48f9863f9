/** What becomes of what a card contributes to, on its way from one project to another. */
import { outcomeFinder } from './find-outcome'
import type { Outcome } from './outcome'

type Named = Pick<Outcome, 'id' | 'name'>

export type OutcomePass = {
  /** What it is called in the project the card comes from; empty where that does not have it. */
  nameOf(id: string): string
  /** Which outcome of the project it goes to this is, by id or else by name; null for none. */
  find(outcome: Named): string | null
}

/** Of both projects. */
export type NamedOutcomes = { from: readonly Named[]; to: readonly Named[] }

export function outcomePass({ from, to }: NamedOutcomes): OutcomePass {
  const names = new Map(from.map(({ id, name }) => [id, name]))
  return { nameOf: (id) => names.get(id) ?? '', find: outcomeFinder(to) }
}

/** The names of those that the other project does not have. */
export const outcomesLeft = (ids: readonly string[], pass: OutcomePass | null): string[] =>
  pass === null
    ? []
    : ids.flatMap((id) => {
        const name = pass.nameOf(id)
        return pass.find({ id, name }) === null ? name : []
      })
