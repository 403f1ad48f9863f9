/**
 * The days a card takes, counted from 1970-01-01 as whole numbers: plain days of the calendar, which no
 * time zone and no clock change can shift.
 */
import type { Card } from './card'

/** Both ends included; never turned around. */
export type Span = { from: number; to: number }
export type Days = { start: string | null; due: string | null }
type Dated = Pick<Card, 'start' | 'due'>

const msInDay = 86_400_000

/** `day` must be one (`isDate`). */
export const dayNumber = (day: string): number => Math.floor(Date.parse(day) / msInDay)

export const firstDay = dayNumber('0001-01-01')
export const lastDay = dayNumber('9999-12-31')

/** The nearest day that can be written with a year of four digits. */
export const asDayNumber = (day: number): number =>
  Math.min(lastDay, Math.max(firstDay, Math.round(day)))

export const dayAt = (day: number): string =>
  new Date(asDayNumber(day) * msInDay).toISOString().slice(0, 10)

/** A card that starts after it is due takes the days between: `isTurned` tells that apart. */
export function spanOf({ start, due }: Dated): Span | null {
  if (start === null && due === null) return null
  const [a, b] = [dayNumber(start ?? due ?? ''), dayNumber(due ?? start ?? '')]
  return { from: Math.min(a, b), to: Math.max(a, b) }
}

export const isTurned = ({ start, due }: Dated): boolean =>
  start !== null && due !== null && start > due

/** Both days along, as far as the calendar reaches; what has no days keeps none. */
export function movedDays(card: Dated, by: number): Days {
  const span = spanOf(card)
  if (!span) return { start: null, due: null }
  const days = Math.max(firstDay - span.from, Math.min(lastDay - span.to, by))
  const moved = (day: string | null) => day && dayAt(dayNumber(day) + days)
  return { start: moved(card.start), due: moved(card.due) }
}

export type End = 'start' | 'due'

/** One end elsewhere; it stops at the other one. A card of one day gets its second date that way. */
export function resizedDays(card: Dated, end: End, by: number): Days {
  const span = spanOf(card)
  if (!span || by === 0) return { start: card.start, due: card.due }
  const from = end === 'start' ? Math.min(span.from + by, span.to) : span.from
  const to = end === 'due' ? Math.max(span.to + by, span.from) : span.to
  const [start, due] = [dayAt(from), dayAt(to)]
  if (from !== to) return { start, due }
  return { start: card.start && start, due: card.due && due }
}

export const sameDays = (a: Dated, b: Dated): boolean => a.start === b.start && a.due === b.due
