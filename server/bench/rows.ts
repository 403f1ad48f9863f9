/** What the bench prints. */

export type Row = {
  scenario: string
  metric: string
  unit: string
  ours: number
  /** Empty where no peer offers anything of the kind. */
  peers: Record<string, number>
  /** Ours by the best peer that keeps a document; the bare relay is a floor, not a peer. */
  ratio: number | null
}

/** Keeps no document and answers nobody: what the sockets alone cost. */
export const floorName = 'bare ws relay'

export function row(
  scenario: string,
  metric: string,
  unit: string,
  ours: number,
  peers: Record<string, number> = {},
): Row {
  const rivals = Object.entries(peers).flatMap(([name, value]) => (name === floorName ? [] : value))
  const best = Math.min(...rivals)
  return { scenario, metric, unit, ours, peers, ratio: rivals.length > 0 ? ours / best : null }
}

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
  const header = ['Scenario', 'Metric', 'Unit', 'Atelier', ...peers, 'Ratio']
  const align = header.map((_, column) => (column < 3 ? '---' : '---:'))
  const body = rows.map((each) => [
    each.scenario,
    each.metric,
    each.unit,
    short(each.ours),
    ...peers.map((peer) => short(each.peers[peer])),
    each.ratio === null ? '–' : `${each.ratio.toFixed(2)} ×`,
  ])
  return [header, align, ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function short(value: number | undefined): string {
  if (value === undefined) return '–'
  return value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2)
}
