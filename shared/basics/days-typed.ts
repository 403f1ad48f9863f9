/** The days that somebody may mean who types "tom", "next mon", "3 Dec" or "3. Dez.". */
import { dayAfter, daysBetween, monthsAfter } from './days'
import { folded } from './folded'

/** In English and German, whatever the reader's language is: people write both. */
const near: Record<string, number> = {
  today: 0,
  heute: 0,
  tomorrow: 1,
  morgen: 1,
  yesterday: -1,
  gestern: -1,
  ubermorgen: 2,
  'the day after tomorrow': 2,
}
const next = ['next', 'nachste', 'nachsten', 'nachster', 'kommenden', 'coming']
const units: Record<string, number> = {
  day: 1,
  days: 1,
  tag: 1,
  tage: 1,
  tagen: 1,
  week: 7,
  weeks: 7,
  woche: 7,
  wochen: 7,
}
const monthUnits = ['month', 'months', 'monat', 'monate', 'monaten']
/** So short is the beginning of a weekday or a month by which it is understood: "mo", "dez". */
const shortest = { weekday: 2, month: 3 }
const mostDays = 3

const namesOf = (part: 'weekday' | 'month', count: number) =>
  ['en-GB', 'de-DE'].map((locale) => {
    const words = new Intl.DateTimeFormat(locale, { [part]: 'long', timeZone: 'UTC' })
    // 2 January 2023 was a Monday, and Mondays are 0.
    const day = (nth: number) =>
      part === 'weekday' ? Date.UTC(2023, 0, 2 + nth) : Date.UTC(2023, nth, 1)
    return Array.from({ length: count }, (_, nth) => folded(words.format(day(nth))))
  })
const weekdays = namesOf('weekday', 7)
const months = namesOf('month', 12)

/** The nearest first. Nothing for what is no day, and for an empty query. */
export function daysTyped(query: string, today: string): string[] {
  const typed = folded(query)
  if (typed === '') return []
  const found = [
    ...nearDays(typed),
    ...weekdaysIn(typed, today),
    ...aheadIn(typed, today),
    ...datesIn(typed, today),
  ]
  const days = found.map((one) => (typeof one === 'number' ? dayAfter(today, one) : one))
  return [...new Set(days)].slice(0, mostDays)
}

const nearDays = (typed: string): number[] =>
  Object.entries(near).flatMap(([words, days]) => (words.startsWith(typed) ? [days] : []))

/** "mon", "next monday", and all seven for "next". */
function weekdaysIn(typed: string, today: string): number[] {
  const [first = '', second] = typed.split(' ')
  const isNext = next.some((word) => word === first)
  if (isNext && second === undefined) return [comingDay(0, today)]
  const wanted = isNext ? second : second === undefined ? first : undefined
  if (wanted === undefined || wanted.length < shortest.weekday) return []
  if (isNext && (wanted === 'week' || wanted === 'woche')) return [comingDay(0, today)]
  return nthOf(weekdays, wanted).map((nth) => comingDay(nth, today))
}

/** How many days it is to the next such weekday; a week if it is today. */
function comingDay(weekday: number, today: string): number {
  const now = (new Date(Date.parse(today)).getUTCDay() + 6) % 7
  return ((weekday - now + 6) % 7) + 1
}

function aheadIn(typed: string, today: string): (number | string)[] {
  const [, count, unit] = /^in (\d{1,3}) (\w+)$/.exec(typed) ?? []
  if (unit === undefined) return []
  if (monthUnits.includes(unit)) return [monthsAfter(today, Number(count))]
  const days = units[unit]
  return days === undefined ? [] : [Number(count) * days]
}

/** "3 Dec", "Dec 3, 2027", "3. Dez.", "3.12.", "3/12/2027", "2026-12-03". */
function datesIn(typed: string, today: string): string[] {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed)
  if (iso) return dateOf(Number(iso[3]), Number(iso[2]) - 1, Number(iso[1]), today)
  const numbers = /^(\d{1,2})[./] ?(\d{1,2})[./]?(?: ?(\d{4}))?$/.exec(typed)
  if (numbers) {
    return dateOf(Number(numbers[1]), Number(numbers[2]) - 1, numberOr(numbers[3]), today)
  }
  const named =
    /^(?<day>\d{1,2})(?:\.|st|nd|rd|th)? ?(?<month>\p{L}+)\.?(?:,? (?<year>\d{4}))?$/u.exec(
      typed,
    ) ?? /^(?<month>\p{L}+)\.? (?<day>\d{1,2})(?:st|nd|rd|th)?(?:,? (?<year>\d{4}))?$/u.exec(typed)
  const { day, month = '', year } = named?.groups ?? {}
  if (day === undefined || month.length < shortest.month) return []
  return nthOf(months, month).flatMap((nth) => dateOf(Number(day), nth, numberOr(year), today))
}

const numberOr = (text: string | undefined) => (text === undefined ? null : Number(text))

/** A day without a year is the next one, unless it was only just. */
function dateOf(day: number, month: number, year: number | null, today: string): string[] {
  const wanted = year ?? Number(today.slice(0, 4))
  const date = new Date(Date.UTC(wanted, month, day))
  if (date.getUTCMonth() !== month || date.getUTCDate() !== day || wanted < 1900) return []
  const found = date.toISOString().slice(0, 10)
  const isLongAgo = year === null && daysBetween(found, today) > 60
  return isLongAgo ? dateOf(day, month, wanted + 1, today) : [found]
}

/** "jul" is one month, "ju" would be two and is none. */
function nthOf(lists: string[][], beginning: string): number[] {
  const found = lists.flatMap((names) =>
    names.flatMap((name, nth) => (name.startsWith(beginning) ? [nth] : [])),
  )
  return [...new Set(found)]
}
