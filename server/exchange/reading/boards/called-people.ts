/** What the people of a table are called: many programs write a name in one column, and a number, an address or a user name in another. */
import { namesIn } from './cells'
import { folded } from './field-names'
import type { Sheet } from './sheet'

export type CalledPeople = {
  /** By their number or address; what is none is a name. */
  nameOf(said: string): string
  /** All that stands beside a name. */
  knownAs(name: string): string[]
}

const roles = 'assignee|reporter|creator|author|project lead|watchers|owner'
const beside = new RegExp(`^(${roles}) (?:id|e-?mail|username)$`)

export function calledPeople({ head, rows }: Sheet): CalledPeople {
  const names = new Map<string, string>()
  const others = new Map<string, Set<string>>()
  for (const [at, by] of pairsIn(head.map(folded)))
    for (const row of rows) {
      const [called, known] = [namesIn(row[at] ?? ''), namesIn(row[by] ?? '')]
      if (called.length !== known.length) continue
      for (const [nth, name] of called.entries()) {
        const other = known[nth] ?? ''
        if (!names.has(folded(other))) names.set(folded(other), name)
        others.set(folded(name), (others.get(folded(name)) ?? new Set()).add(other))
      }
    }
  return {
    nameOf: (said) => names.get(folded(said)) ?? said,
    knownAs: (name) => [...(others.get(folded(name)) ?? [])],
  }
}

/** Columns of names, each with the one that goes with it; several of one name are in the same order. */
function pairsIn(called: readonly string[]): [name: number, other: number][] {
  const places = (wanted: string) => called.flatMap((name, nth) => (name === wanted ? nth : []))
  const met = new Map<string, number>()
  return called.flatMap((name, nth): [number, number][] => {
    const [, role] = beside.exec(name) ?? []
    const before = met.get(name) ?? 0
    met.set(name, before + 1)
    const at = role === undefined ? undefined : places(role)[before]
    return at === undefined ? [] : [[at, nth]]
  })
}
