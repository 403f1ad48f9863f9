/** Weeks of ISO 8601, as `2026-W47`: from Monday to Sunday, the first is the one with the year's first Thursday. */
import { dayAfter, daysBetween } from '../basics/days'

const isoWeekPattern = /^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/

/** 0 is Monday. */
const weekdayOf = (day: string) => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
const mondayOf = (day: string) => dayAfter(day, -weekdayOf(day))

export function weekOf(day: string): string {
  const thursday = dayAfter(mondayOf(day), 3)
  const year = thursday.slice(0, 4)
  const nth = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1
  return `${year}-W${String(nth).padStart(2, '0')}`
}

/** Its Monday. */
export function firstDayOf(week: string): string {
  const [year = '', nth = ''] = week.split('-W')
  return dayAfter(mondayOf(`${year}-01-04`), (Number(nth) - 1) * 7)
}

export const lastDayOf = (week: string): string => dayAfter(firstDayOf(week), 6)

/** Whether there is such a week: not every year has a fifty-third. */
export const isIsoWeek = (text: string): boolean =>
  isoWeekPattern.test(text) && weekOf(firstDayOf(text)) === text

/** All that some day between the two is in; counted, for days far off are not in the order of their letters. */
export function weeksBetween(from: string, to: string): string[] {
  const first = mondayOf(from)
  const count = Math.max(0, Math.floor(daysBetween(first, to) / 7) + 1)
  return Array.from({ length: count }, (_, nth) => weekOf(dayAfter(first, 7 * nth)))
}
