import { asDayNumber, dayAt, dayNumber } from '@atelier/shared/boards/span'
import type { TimelineZoom as Scale } from '@atelier/shared/boards/view'
import {
  type CalendarDate,
  getDayOfWeek,
  isWeekend,
  parseDate,
  startOfMonth,
} from '@internationalized/date'

export type Range = { from: number; to: number }

/** How wide a day is, in pixels. */
export const dayWidth: Record<Scale, number> = { week: 36, month: 13, quarter: 4 }

/** So far one can scroll from the day one has gone to: what lies beyond is a jump away. */
const [daysBefore, daysAfter] = [730, 1095]

export const rangeAround = (day: number): Range => ({
  from: asDayNumber(day - daysBefore),
  to: asDayNumber(day + daysAfter),
})

/** Where the names stand: months (quarters), and below them days (weeks, months). By day number. */
export type Ticks = {
  major: readonly number[]
  minor: readonly number[]
  weekends: readonly number[]
}

const dateOf = (day: number): CalendarDate => parseDate(dayAt(day))
const numberOf = (date: CalendarDate): number => dayNumber(date.toString())

/** All that begin in the range, and the major one that the range begins in. */
export function ticksIn({ from, to }: Range, scale: Scale, locale: string): Ticks {
  const days = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
  const months = monthStarts({ from, to }, 1)
  if (scale === 'quarter')
    return { major: monthStarts({ from, to }, 3), minor: months, weekends: [] }
  if (scale === 'week')
    return {
      major: months,
      minor: days,
      weekends: days.filter((day) => isWeekend(dateOf(day), locale)),
    }
  const weeks = days.filter((day) => getDayOfWeek(dateOf(day), locale) === 0)
  return { major: months, minor: weeks, weekends: [] }
}

/** The first days of every so many months, from the one that `from` lies in. */
function monthStarts({ from, to }: Range, every: 1 | 3): number[] {
  const starts: number[] = []
  let month = startOfMonth(dateOf(from))
  month = month.subtract({ months: (month.month - 1) % every })
  for (let day = numberOf(month); day <= to; day = numberOf(month)) {
    if (starts.at(-1) === day) break
    starts.push(day)
    month = month.add({ months: every })
  }
  return starts
}
