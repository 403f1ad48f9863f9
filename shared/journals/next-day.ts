import type { Rhythm } from './prompt-contract'

const dayMs = 86_400_000
const days: Readonly<Record<Exclude<Rhythm, 'month'>, number>> = {
  day: 1,
  week: 7,
  'two-weeks': 14,
}

/**
 * The first day of a rhythm that began on `from` and is after `passed`. A month later is the same day of the month,
 * or its last where it has fewer.
 */
export function nextDay(from: string, rhythm: Rhythm, passed: string): string {
  if (passed < from) return from
  if (rhythm === 'month') return nextMonth(from, passed)
  const step = days[rhythm] * dayMs
  const since = Date.parse(passed) - Date.parse(from)
  return dayOf(Date.parse(from) + (Math.floor(since / step) + 1) * step)
}

function nextMonth(from: string, passed: string): string {
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number)
  const [passedYear = 0, passedMonth = 1] = passed.split('-').map(Number)
  const months = (passedYear - year) * 12 + passedMonth - month
  const inMonth = (later: number) => {
    const last = new Date(Date.UTC(year, month + later, 0)).getUTCDate()
    return dayOf(Date.UTC(year, month - 1 + later, Math.min(day, last)))
  }
  const same = inMonth(months)
  return same > passed ? same : inMonth(months + 1)
}

const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10)
