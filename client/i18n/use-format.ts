import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { localeOf } from './i18n'

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]
const daysAsDate = 7

/** "2 hours ago"; beyond a week the day itself. `now` is for tests. */
export function agoIn(locale: string, iso: string, now = Date.now()): string {
  const seconds = Math.round((Date.parse(iso) - now) / 1000)
  if (Math.abs(seconds) > daysAsDate * 86_400) return dayIn(locale, iso)
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const step = steps.find(([, size]) => Math.abs(seconds) >= size)
  return step ? words.format(Math.trunc(seconds / step[1]), step[0]) : words.format(0, 'second')
}

const dayIn = (locale: string, iso: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(iso))

const momentIn = (locale: string, iso: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso))

/** Times and lists in the reader's language. */
export function useFormat() {
  const { i18n } = useTranslation()
  const locale = localeOf(i18n.language)
  return useMemo(
    () => ({
      locale,
      ago: (iso: string) => agoIn(locale, iso),
      day: (iso: string) => dayIn(locale, iso),
      moment: (iso: string) => momentIn(locale, iso),
      list: (words: string[]) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(words),
      region: (code: string) => new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code,
    }),
    [locale],
  )
}
