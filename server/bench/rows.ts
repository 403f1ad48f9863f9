/** What the bench prints. */

/** Of 1/s and × more is better. */
export type Unit =
  | 'ms'
  | 'µs'
  | 'B'
  | 'kB'
  | 'MB'
  | 'frames'
  | 'cards'
  | 'nodes'
  | 'of one node'
  | '1/s'
  | '×'

export type Row = {
  scenario: string
  metric: string
  unit: Unit
  ours: number
  /** Empty where no peer offers anything of the kind. */
  peers: Record<string, number>
  /** Ours by the best peer that keeps a document. */
  ratio: number | null
  /** Ours by the best of the limits: servers that do nothing but what no server can leave out. */
  ofLimit: number | null
}

/** Keep no document and are nobody's rivals: what the sockets, or the bytes, alone cost. */
export const limitNames = ['bare relay', 'coalescing relay', 'stored blob'] as const
export type LimitName = (typeof limitNames)[number]

export function row(
  scenario: string,
  metric: string,
  unit: Unit,
  ours: number,
  peers: Record<string, number> = {},
): Row {
  const isLimit = (name: string) => limitNames.some((limit) => limit === name)
  const best = (wanted: boolean) => {
    const values = Object.entries(peers).flatMap(([name, value]) =>
      isLimit(name) === wanted ? value : [],
    )
    if (values.length === 0) return null
    const ratio = ours / (isBetterLarge(unit) ? Math.max(...values) : Math.min(...values))
    // There is none to nothing.
    return Number.isFinite(ratio) ? ratio : null
  }
  return { scenario, metric, unit, ours, peers, ratio: best(false), ofLimit: best(true) }
}

const isBetterLarge = (unit: Unit) => unit === '1/s' || unit === '×'

export function median(values: number[]): number {
  return percentile(values, 0.5)
}

/** Of a list in any order; 0 for an empty one. */
export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
}

export function markdownTable(rows: Row[]): string {
  const peers = [...new Set(rows.flatMap((each) => Object.keys(each.peers)))]
  const header = [
    'Scenario',
    'Metric',
    'Unit',
    'Atelier',
    ...peers,
    'By the limit',
    'By the best peer',
  ]
  const align = header.map((_, column) => (column < 3 ? '---' : '---:'))
  const body = rows.map((each) => [
    each.scenario,
    each.metric,
    each.unit,
    short(each.ours),
    ...peers.map((peer) => short(each.peers[peer])),
    times(each.ofLimit),
    times(each.ratio),
  ])
  return [header, align, ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

const times = (ratio: number | null) => (ratio === null ? '–' : `${ratio.toFixed(2)} ×`)

function short(value: number | undefined): string {
  if (value === undefined) return '–'
  return value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2)
}
