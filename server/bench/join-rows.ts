import type { JoinFigures } from './join-at-once'
import { median, type Row, row } from './rows'
import type { Target } from './targets'

/** The figures of all rounds, by target, as rows: ours once per database, the others beside each. */
export function joinRows(
  scenario: string,
  ours: readonly Target[],
  beside: readonly Target[],
  figures: ReadonlyMap<string, JoinFigures[]>,
): Row[] {
  const of = (pick: (one: JoinFigures) => number | null, name: string) =>
    median((figures.get(name) ?? []).flatMap((one) => pick(one) ?? []))
  return ours.flatMap(({ name }) => {
    const add = (metric: string, pick: (one: JoinFigures) => number | null) => {
      const peers = beside.map((peer) => [peer.name, of(pick, peer.name)] as const)
      return row(
        `join ${name}: ${scenario}`,
        metric,
        'ms',
        of(pick, name),
        Object.fromEntries(peers),
      )
    }
    return [add('the slowest', ({ slowest }) => slowest), add('server CPU', ({ cpu }) => cpu)]
  })
}
