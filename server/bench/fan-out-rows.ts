import type { FanOutFigures, FanOutWish } from './fan-out'
import { median, type Row, row } from './rows'

/** The figures of all rounds, by target, as rows: ours once per database, the peers beside each. */
export function fanOutRows(
  wish: FanOutWish,
  ours: Map<string, FanOutFigures[]>,
  peers: Map<string, FanOutFigures[]>,
): Row[] {
  const load = `${wish.clients} clients, ${wish.typing} typing, ${wish.editsPerSecond} edits/s`
  const rows: Row[] = []
  for (const [name, rounds] of ours) {
    const of = (pick: (figures: FanOutFigures) => number | null, from = rounds) =>
      median(from.flatMap((figures) => pick(figures) ?? []))
    const beside = (pick: (figures: FanOutFigures) => number | null) =>
      Object.fromEntries([...peers].map(([peer, figures]) => [peer, of(pick, figures)]))
    const add = (metric: string, unit: string, pick: (figures: FanOutFigures) => number | null) =>
      rows.push(row(`fan-out on ${name}: ${load}`, metric, unit, of(pick), beside(pick)))
    add('key to other screen, p50', 'ms', ({ p50 }) => p50)
    add('key to other screen, p99', 'ms', ({ p99 }) => p99)
    if (rounds.some(({ cpu }) => cpu !== null))
      add('server CPU per delivery', 'µs', ({ cpu }) => cpu)
    const stored = `stored on ${name}: ${load}`
    rows.push(
      row(
        stored,
        'key to “stored”, p50',
        'ms',
        of(({ stored50 }) => stored50),
      ),
    )
    rows.push(
      row(
        stored,
        'key to “stored”, p99',
        'ms',
        of(({ stored99 }) => stored99),
      ),
    )
  }
  return rows
}
