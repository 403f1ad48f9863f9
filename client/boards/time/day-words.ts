import type { Span } from '@atelier/shared/boards/span'
import { useMemo } from 'react'
import { useLocale } from 'react-aria-components/I18nProvider'

const msInDay = 86_400_000
export type DayWords = ReturnType<typeof dayWordsIn>

/** How days are said in a language. All by number, see shared/boards/span. */
export function dayWordsIn(locale: string) {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
  const long = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  const short = format({ day: 'numeric', month: 'short' })
  const medium = format({ day: 'numeric', month: 'short', year: 'numeric' })
  const month = format({ month: 'long', year: 'numeric' })
  const monthOnly = format({ month: 'short' })
  const quarterOf = (day: number) => Math.floor(new Date(at(day)).getUTCMonth() / 3) + 1
  const weekday = format({ weekday: 'short' })
  const fullWeekday = format({ weekday: 'long' })
  const at = (day: number) => day * msInDay
  return {
    locale,
    /** “Friday 6 November 2026” */
    long: (day: number) => long.format(at(day)),
    /** “6 Nov”, the year only where it is not the one of `today`. */
    short: (day: number, today: number) =>
      (yearOf(day) === yearOf(today) ? short : medium).format(at(day)),
    /** “3 – 6 Nov 2026” */
    range: ({ from, to }: Span) =>
      from === to ? medium.format(at(from)) : medium.formatRange(at(from), at(to)),
    month: (day: number) => month.format(at(day)),
    monthOnly: (day: number) => monthOnly.format(at(day)),
    /** “Q4 2026”, in every language. */
    quarter: (day: number) => `Q${quarterOf(day)} ${yearOf(day)}`,
    weekday: (day: number) => weekday.format(at(day)),
    fullWeekday: (day: number) => fullWeekday.format(at(day)),
  }
}

const yearOf = (day: number): number => new Date(at0(day)).getUTCFullYear()
export const dayOfMonth = (day: number): number => new Date(at0(day)).getUTCDate()

const at0 = (day: number) => day * msInDay

export function useDayWords(): DayWords {
  const { locale } = useLocale()
  return useMemo(() => dayWordsIn(locale), [locale])
}
