/** How a day is said in a line: near ones by name, others by date. Days are `2026-11-26`. */
import { daysBetween } from '@atelier/shared/basics/days'

/** "Today", "Tomorrow", "Thu 3 Dec"; the year only if it is another. */
export function dayWords(locale: string, day: string, today: string): string {
  const away = daysBetween(today, day)
  if (Math.abs(away) <= 1) {
    const near = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(away, 'day')
    return near.charAt(0).toLocaleUpperCase(locale) + near.slice(1)
  }
  return new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' }),
    timeZone: 'UTC',
  }).format(Date.parse(day))
}

/** "Thursday, 3 December 2026" */
export const fullDay = (locale: string, day: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(Date.parse(day))

export type DayTone = 'past' | 'today' | 'ahead'
export function dayTone(day: string, today: string): DayTone {
  if (day === today) return 'today'
  return day < today ? 'past' : 'ahead'
}
