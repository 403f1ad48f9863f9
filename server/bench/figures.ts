/** One figure of one scenario, over rounds and servers, as a row of the table. */
import { median, type Row, row, type Unit } from './rows'
import type { Target } from './targets'

export type Metric<F> = {
  name: string
  unit: Unit
  /** Null where this server has nothing to show, or the system does not tell. */
  of(figures: F): number | null
}

/** What each server showed, round by round, by its name. */
export type Rounds<F> = ReadonlyMap<string, readonly F[]>

export type Shown<F> = {
  /** The scenario as the table names it, on one of our own backends. */
  scenario(ours: string): string
  ours: readonly Target[]
  beside: readonly Target[]
  rounds: Rounds<F>
  metrics: readonly Metric<F>[]
}

/** Ours once per database, the others beside each. */
export function figureRows<F>({ scenario, ours, beside, rounds, metrics }: Shown<F>): Row[] {
  const middle = ({ of }: Metric<F>, { name }: Target) => {
    const values = (rounds.get(name) ?? []).flatMap((figures) => of(figures) ?? [])
    return values.length > 0 ? median(values) : null
  }
  return ours.flatMap((target) =>
    metrics.flatMap((metric) => {
      const value = middle(metric, target)
      if (value === null) return []
      const others = beside.flatMap((other) => {
        const theirs = middle(metric, other)
        return theirs === null ? [] : [[other.name, theirs] as const]
      })
      const { name, unit } = metric
      return [row(scenario(target.name), name, unit, value, Object.fromEntries(others))]
    }),
  )
}
