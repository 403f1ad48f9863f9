/** Days of a journal, `YYYY-MM-DD`. */
import type { Entry } from '@atelier/shared/journals/journal'
import type { Timeline } from '@atelier/shared/journals/timeline'
import { today as dayHere } from '../i18n/use-today'

const dayWords = (locale: string, parts: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat(locale, { ...parts, timeZone: 'UTC' })
  return (day: string) => format.format(Date.parse(day))
}

export const longDay = (day: string, locale: string): string =>
  dayWords(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })(day)

export const monthWords = (day: string, locale: string): string =>
  dayWords(locale, { month: 'long', year: 'numeric' })(day)

export const weekdayWords = (day: string, locale: string): string =>
  dayWords(locale, { weekday: 'short' })(day)

export const isoDay = (day: string, later: number): string =>
  new Date(Date.parse(day) + later * 86_400_000).toISOString().slice(0, 10)

/** The same day so many months before, or the last there is in that month. */
export function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate()
  const then = Date.UTC(year, month - 1 - months, Math.min(date, last))
  return new Date(then).toISOString().slice(0, 10)
}

/** Of entries, the latest first, that which is nearest to a day, within so many of it. */
export function nearest(entries: readonly Entry[], day: string, withinDays: number): Entry | null {
  const away = ({ on }: Entry) => Math.abs(Date.parse(on) - Date.parse(day)) / 86_400_000
  const near = entries.filter((entry) => away(entry) <= withinDays)
  return near.reduce<Entry | null>(
    (best, entry) => (best === null || away(entry) < away(best) ? entry : best),
    null,
  )
}

export type Moment =
  | { kind: 'entry'; id: string; day: string; entry: Entry }
  | { kind: 'session'; id: string; day: string; mentorshipId: string }
  | { kind: 'goal'; id: string; day: string; title: string; state: string }

/** What was between the entries in its place, by day, the latest first; a day's entries come first. */
export const momentsOf = (entries: readonly Entry[], timeline: Timeline): Moment[] => {
  const day = (at: string) => dayHere(new Date(at))
  const moments: Moment[] = [
    ...entries.map((entry) => ({ kind: 'entry' as const, id: entry.id, day: entry.on, entry })),
    ...timeline.sessions.map(({ at, ...one }) => ({
      ...{ ...one, kind: 'session' as const, day: day(at) },
    })),
    ...timeline.goals.map(({ at, id, title, state }) => ({
      ...{ kind: 'goal' as const, id, title, state, day: day(at) },
    })),
  ]
  return moments.toSorted((a, b) => (a.day === b.day ? 0 : a.day < b.day ? 1 : -1))
}

/** Under their months, in their order. */
export function byMonth<T extends { day: string }>(
  moments: readonly T[],
): { month: string; moments: T[] }[] {
  const months: { month: string; moments: T[] }[] = []
  for (const moment of moments) {
    const month = moment.day.slice(0, 7)
    const last = months.at(-1)
    if (last?.month === month) last.moments.push(moment)
    else months.push({ month, moments: [moment] })
  }
  return months
}
