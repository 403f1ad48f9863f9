import type { Relations } from '@atelier/shared/boards/relations'
import type { TimedCard } from '../time/timed-cards'

/** One card that another waits for, by their rows. */
export type Dependency = { from: TimedCard; to: TimedCard; rows: [from: number, to: number] }

/** Those of which both ends stand in a row. */
export function dependenciesOf(
  blocks: Relations['blocks'],
  rows: ReadonlyMap<string, number>,
  cardAt: (row: number) => TimedCard | undefined,
): Dependency[] {
  return [...blocks].flatMap(([blocking, waiting]) => {
    const row = rows.get(blocking)
    const from = row === undefined ? undefined : cardAt(row)
    if (row === undefined || !from) return []
    return waiting.flatMap((id) => {
      const other = rows.get(id)
      const to = other === undefined ? undefined : cardAt(other)
      return other === undefined || !to
        ? []
        : [{ from, to, rows: [row, other] as [number, number] }]
    })
  })
}

/** A card that begins before what it waits for is due cannot be so; what is done holds nobody up. */
export const isTooEarly = ({ from, to }: Pick<Dependency, 'from' | 'to'>): boolean =>
  !from.isDone && !to.isDone && to.span.from < from.span.to

const most = 300

/** Those that come by the rows in view, not more than can be told apart. */
export const dependenciesInView = (
  all: readonly Dependency[],
  first: number,
  last: number,
): Dependency[] =>
  all.filter(({ rows: [a, b] }) => Math.min(a, b) <= last && Math.max(a, b) >= first).slice(0, most)

type Point = { x: number; y: number }
const [stub, bend] = [10, 5]

/** From the end of one bar to the beginning of another, in right angles with soft corners. `half`: of a row. */
export function linePath(from: Point, to: Point, half: number): string {
  const down = to.y >= from.y ? 1 : -1
  if (to.x - from.x > stub) {
    const x = Math.max(from.x + 2, to.x - stub)
    return path([from, { x, y: from.y }, { x, y: to.y }, to])
  }
  const [out, back] = [from.x + stub, to.x - stub]
  const between = to.y - down * half
  return path([
    from,
    { x: out, y: from.y },
    { x: out, y: between },
    { x: back, y: between },
    { x: back, y: to.y },
    to,
  ])
}

function path(points: readonly Point[]): string {
  const [first, ...rest] = points as [Point, ...Point[]]
  let drawn = `M${first.x} ${first.y}`
  rest.forEach((corner, index) => {
    const [before, after] = [points[index] as Point, points[index + 2]]
    if (!after) {
      drawn += `L${corner.x} ${corner.y}`
      return
    }
    const [a, b] = [towards(corner, before), towards(corner, after)]
    drawn += `L${a.x} ${a.y}Q${corner.x} ${corner.y} ${b.x} ${b.y}`
  })
  return drawn
}

function towards(from: Point, to: Point): Point {
  const far = Math.hypot(to.x - from.x, to.y - from.y)
  const part = far === 0 ? 0 : Math.min(bend, far / 2) / far
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }
}
