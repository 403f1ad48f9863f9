import type { DueSpan } from '@atelier/shared/boards/view'

const dayMs = 86_400_000

/** Which span a card's day falls into, seen from `today` (both `YYYY-MM-DD`). Weeks end on Sunday. */
export function spanOf(due: string | null, today: string): DueSpan {
  if (due === null) return 'none'
  const days = Math.round((Date.parse(due) - Date.parse(today)) / dayMs)
  if (days < 0) return 'overdue'
  if (days === 0) return 'today'
  const left = daysLeftInWeek(today)
  if (days <= left) return 'week'
  return days <= left + 7 ? 'nextWeek' : 'later'
}

/** The last day of a span, or of what is left of it: what a card made there is due on. */
export function lastDayOf(span: DueSpan, today: string): string | null {
  if (span === 'today') return today
  const left = daysLeftInWeek(today)
  if (span === 'week') return dayAfter(today, left)
  return span === 'nextWeek' ? dayAfter(today, left + 7) : null
}

const dayAfter = (day: string, days: number) =>
  new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10)

/** On a Sunday none. */
const daysLeftInWeek = (today: string) => (7 - new Date(Date.parse(today)).getUTCDay()) % 7
