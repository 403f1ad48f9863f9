import type { TimedCard } from '../time/timed-cards'

/** A card's part of one week: `from` and `to` are days of it, 0 to 6. */
export type Segment = {
  timed: TimedCard
  lane: number
  from: number
  to: number
  /** Whether the card's own first and last day are in this week. */
  begins: boolean
  ends: boolean
}

export type DayCount = {
  /** Cards that end here, cards that merely go on here, and cards there was no lane for. */
  due: number
  running: number
  hidden: number
}

export type WeekLanes = { segments: readonly Segment[]; days: readonly DayCount[] }

/**
 * Puts the cards of a week that begins at `first` into lanes, so that no two lie upon each other; what
 * finds no lane is counted on each of its days. `cards` come in the order of their first days.
 */
export function layWeek(cards: readonly TimedCard[], first: number, lanes: number): WeekLanes {
  const takenUntil: number[] = Array.from({ length: Math.max(1, lanes) }, () => -1)
  const segments: Segment[] = []
  const days = Array.from({ length: 7 }, () => ({ due: 0, running: 0, hidden: 0 }))
  for (const timed of cards) {
    const { span } = timed
    if (span.from > first + 6 || span.to < first) continue
    const [from, to] = [Math.max(0, span.from - first), Math.min(6, span.to - first)]
    const lane = takenUntil.findIndex((until) => until < from)
    for (let day = from; day <= to; day++) {
      const count = days[day]
      if (!count) continue
      if (first + day === span.to) count.due += 1
      else count.running += 1
      if (lane < 0) count.hidden += 1
    }
    if (lane < 0) continue
    takenUntil[lane] = to
    const [begins, ends] = [span.from >= first, span.to <= first + 6]
    segments.push({ timed, lane, from, to, begins, ends })
  }
  return { segments, days }
}

/** A week as it is now, of whatever in it is as it was before: the very same objects, which need not be drawn again. */
export function keptWeek(before: WeekLanes | undefined, now: WeekLanes): WeekLanes {
  if (!before) return now
  const known = new Map(before.segments.map((segment) => [segment.timed.card.id, segment]))
  const segments = now.segments.map((segment) => kept(known.get(segment.timed.card.id), segment))
  const days = now.days.map((day, at) => kept(before.days[at], day))
  const isSame = hasSame(before.segments, segments) && hasSame(before.days, days)
  return isSame ? before : { segments, days }
}

function kept<T extends object>(before: T | undefined, now: T): T {
  const keys = Object.keys(now) as (keyof T)[]
  return before && keys.every((key) => before[key] === now[key]) ? before : now
}

const hasSame = (before: readonly unknown[], now: readonly unknown[]): boolean =>
  before.length === now.length && now.every((one, at) => one === before[at])
