import { asDayNumber, dayAt, dayNumber, firstDay, lastDay } from '@atelier/shared/boards/span'
import type { CalendarZoom as Zoom } from '@atelier/shared/boards/view'
import {
  type CalendarDate,
  endOfMonth,
  getDayOfWeek,
  parseDate,
  startOfMonth,
} from '@internationalized/date'

/** Whole weeks, of which `from` to `to` are the period itself. All by day number. */
export type Period = { first: number; weeks: number; from: number; to: number }

const dateOf = (day: number): CalendarDate => parseDate(dayAt(day))
const numberOf = (date: CalendarDate): number => dayNumber(date.toString())

/** The first day of a day's week, as a locale begins its weeks. */
export const weekStart = (day: number, locale: string): number =>
  day - getDayOfWeek(dateOf(day), locale)

/** The month or the week around a day. */
export function periodAround(day: number, zoom: Zoom, locale: string): Period {
  if (zoom === 'week') {
    const first = weekStart(day, locale)
    return { first, weeks: 1, from: Math.max(first, firstDay), to: Math.min(first + 6, lastDay) }
  }
  const date = dateOf(day)
  const [from, to] = [numberOf(startOfMonth(date)), numberOf(endOfMonth(date))]
  const first = weekStart(from, locale)
  return { first, weeks: Math.ceil((to + 1 - first) / 7), from, to }
}

/** The same day of the next months or weeks, or the last one there is; as far as the calendar reaches. */
export function turned(day: number, zoom: Zoom, by: number): number {
  if (zoom === 'week') return asDayNumber(day + 7 * by)
  const { from, to } = periodAround(day, 'month', 'en-GB')
  if ((by < 0 && from === firstDay) || (by > 0 && to === lastDay)) return day
  return numberOf(dateOf(day).add({ months: by }))
}
