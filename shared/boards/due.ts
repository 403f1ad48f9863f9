const shape = /^(\d{4})-(\d{2})-(\d{2})$/

/** A day of the calendar as `YYYY-MM-DD`, without a time zone. */
export function isDate(value: unknown): value is string {
  const parts = typeof value === 'string' ? shape.exec(value) : null
  if (!parts) return false
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number]
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

export type DueTone = 'overdue' | 'today' | 'soon' | 'later'

/** How pressing a date is, seen from `today` (both `YYYY-MM-DD`); soon is within three days. */
export function dueTone(due: string, today: string): DueTone {
  const days = (Date.parse(due) - Date.parse(today)) / 86_400_000
  if (days < 0) return 'overdue'
  if (days === 0) return 'today'
  return days <= 3 ? 'soon' : 'later'
}
