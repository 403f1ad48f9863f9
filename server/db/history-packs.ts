/**
 * How the rows of a log are packed into its history: what one person wrote within a few minutes is one
 * pack. People who write at the same time build on each other, so their packs begin and end together:
 * only there is the room as it was.
 */

export type Written = { seq: string; personId: string | null; createdAt: Date; inHistory: boolean }

export type Pack<Row extends Written> = {
  personId: string | null
  rows: Row[]
  begunAt: Date
  endedAt: Date
}

const longestMs = 5 * 60_000
const pauseMs = 2 * 60_000

/**
 * In the order of the log. What is in the history already is left out, and nothing is packed across it,
 * nor across the places in `cuts`.
 */
export function packsOf<Row extends Written>(
  rows: readonly Row[],
  cuts: ReadonlySet<string> = new Set(),
): Pack<Row>[] {
  return windowsOf(rows, cuts).flatMap(packsByPerson)
}

/** Rows that belong together, whoever wrote them; the room as it was after the last of them is a version. */
function windowsOf<Row extends Written>(
  rows: readonly Row[],
  cuts: ReadonlySet<string> = new Set(),
): Row[][] {
  const windows: Row[][] = []
  let current: Row[] = []
  const close = () => {
    if (current.length > 0) windows.push(current)
    current = []
  }
  for (const row of rows) {
    if (row.inHistory) {
      close()
      continue
    }
    if (isLater(current, row) || isCut(current.at(-1), row, cuts)) close()
    current.push(row)
  }
  close()
  return windows
}

/** A row that came late may stand far before the next one, and neither in the place of the cut. */
const isCut = (last: Written | undefined, next: Written, cuts: ReadonlySet<string>): boolean =>
  last !== undefined &&
  [...cuts].some((cut) => BigInt(last.seq) <= BigInt(cut) && BigInt(cut) < BigInt(next.seq))

function isLater([first, ...more]: Written[], { createdAt }: Written): boolean {
  if (!first) return false
  const last = more.at(-1) ?? first
  return (
    createdAt.getTime() - first.createdAt.getTime() > longestMs ||
    createdAt.getTime() - last.createdAt.getTime() > pauseMs
  )
}

function packsByPerson<Row extends Written>(window: Row[]): Pack<Row>[] {
  const packs = new Map<string | null, Pack<Row>>()
  for (const row of window) {
    const { personId, createdAt } = row
    const pack = packs.get(personId)
    if (!pack)
      packs.set(personId, { personId, rows: [row], begunAt: createdAt, endedAt: createdAt })
    else {
      pack.rows.push(row)
      if (createdAt > pack.endedAt) pack.endedAt = createdAt
    }
  }
  return [...packs.values()]
}
