/** Days as people and programs write them, as days of the calendar. */
import { isDate } from '@atelier/shared/boards/due'
import type { DateOrder } from '@atelier/shared/exchange/board-import'
import { timeOf } from '@atelier/shared/exchange/card-content'

/** What was made for a zone once; there are some hundreds. Universal time where there is no such zone. */
function inZones(shape: Intl.DateTimeFormatOptions): (zone: string) => Intl.DateTimeFormat {
  const made = new Map<string, Intl.DateTimeFormat>()
  const formatOf = (timeZone: string) => new Intl.DateTimeFormat('sv-SE', { ...shape, timeZone })
  return (zone) => {
    const known = made.get(zone)
    if (known) return known
    let format: Intl.DateTimeFormat
    try {
      format = formatOf(zone)
    } catch {
      format = formatOf('UTC')
    }
    if (made.size < 50) made.set(zone, format)
    return format
  }
}

const dayFormat = inZones({ year: 'numeric', month: '2-digit', day: '2-digit' })
const clockFormat = inZones({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** The day on which a moment lies there; a mere day is itself. Null for what is no time of ours. */
export function dayOfTime(value: unknown, zone: string): string | null {
  if (isDate(value)) return value
  const time = timeOf(value)
  if (time === null) return null
  const day = dayFormat(zone).format(new Date(time))
  return isDate(day) ? day : null
}

/** The time of day at which a moment lies there, as `HH:MM`; null for midnight, a mere day, or what is no time of ours. */
export function timeIn(value: unknown, zone: string): string | null {
  const time = isDate(value) ? null : timeOf(value)
  if (time === null) return null
  const said = clockFormat(zone).format(new Date(time))
  return said === '00:00' ? null : said
}

const months = [
  ['jan', 'jän'],
  ['feb'],
  ['mar', 'mär', 'mrz'],
  ['apr'],
  ['may', 'mai'],
  ['jun'],
  ['jul'],
  ['aug'],
  ['sep'],
  ['oct', 'okt'],
  ['nov'],
  ['dec', 'dez'],
]

/** A day and a time, with a zone. */
const isMoment = /T.*(Z|[+-]\d\d:?\d\d)$/

const numbers = /^(\d{1,4})[./-]\s?(\d{1,2})[./-]\s?(\d{1,4})(?=$|[\sT,])/
const dayFirst = /^(\d{1,2})\.?[\s/-]\s*(\p{L}{3,})\.?,?[\s/-]\s*(\d{2,4})(?=$|[\s,])/u
const monthFirst = /^(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?=$|[\s,])/u

/** With which days begin, such as `Tue Aug 23 2022 13:54:01 GMT+0000` and `Mi., 5. März 2026`. */
const weekday = /^\p{L}{2,}\.?(?:,\s+(?=\d)|,?\s+(?=\p{L}{3,}\.?\s+\d|\d{1,2}\.?\s*\p{L}{3}))/u

/** Null for what is none, in whatever order. */
export function dayIn(written: string, order: DateOrder, zone: string): string | null {
  const text = written.trim().replace(weekday, '')
  if (isMoment.test(text)) return dayOfTime(text, zone)
  const [, a, b, c] = numbers.exec(text) ?? []
  if (a && b && c)
    return a.length > 2 ? day(a, b, c) : order === 'mdy' ? day(c, a, b) : day(c, b, a)
  const [, d, named, year] = dayFirst.exec(text) ?? []
  if (d && named && year) return day(year, monthOf(named), d)
  const [, month, on, of] = monthFirst.exec(text) ?? []
  return month && on && of ? day(of, monthOf(month), on) : null
}

/** The time of day that is written beside a day; null for midnight, which programs write where none is meant. */
export function timeOfDay(written: string, zone: string): string | null {
  if (isMoment.test(written.trim())) return timeIn(written.trim(), zone)
  const [, hour = '', minute, half] = clock.exec(written) ?? []
  const isMidnight =
    minute === '00' && (Number(hour) === 0 || (hour === '12' && half !== undefined))
  return minute === undefined || isMidnight
    ? null
    : `${hour.padStart(2, '0')}:${minute}${half ?? ''}`
}

const clock = /(?:^|[\sT,])(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(\s*a\.?m)?/i

const monthOf = (name: string) =>
  String(months.findIndex((names) => names.some((one) => name.toLowerCase().startsWith(one))) + 1)

/** Of two digits of a year this century’s are meant. */
function day(year: string, month: string, on: string): string | null {
  const full = year.length === 2 ? `20${year}` : year
  const text = `${full}-${month.padStart(2, '0')}-${on.padStart(2, '0')}`
  return isDate(text) ? text : null
}

/** By the first that can only be meant in one way. `otherwise` where all may be meant in two. */
export function guessOrder(written: Iterable<string>, otherwise: DateOrder): DateOrder | null {
  let isAny = false
  for (const text of written) {
    const [, a = '', b = ''] = numbers.exec(text.trim()) ?? []
    if (a === '') continue
    if (a.length > 2) return 'ymd'
    isAny = true
    if (Number(a) > 12 || text.includes('.')) return 'dmy'
    if (Number(b) > 12) return 'mdy'
  }
  return isAny ? otherwise : null
}
