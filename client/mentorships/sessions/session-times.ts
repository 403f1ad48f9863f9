/** Which sessions come and which were, and how a time is chosen in the reader's own zone. */
import type { MentoringSession } from '@atelier/shared/mentorships/mentoring'

const minuteMs = 60_000

const endOf = ({ startsAt, minutes }: MentoringSession) => Date.parse(startsAt) + minutes * minuteMs

/**
 * Given by when they begin. One that is under way is the next one still; `past` the latest first. After the end of it
 * all (`endedAt`) none comes any more: those that were still to come are `dropped`.
 */
export function sortedSessions(
  sessions: readonly MentoringSession[],
  endedAt: string | null,
  now = Date.now(),
) {
  if (endedAt !== null) {
    const hadBegun = ({ startsAt }: MentoringSession) => Date.parse(startsAt) <= Date.parse(endedAt)
    const dropped = sessions.filter((one) => !hadBegun(one))
    return { next: null, later: [], past: sessions.filter(hadBegun).reverse(), dropped }
  }
  const [next = null, ...later] = sessions.filter((one) => endOf(one) > now)
  const past = sessions.filter((one) => endOf(one) <= now).reverse()
  return { next, later, past, dropped: [] }
}

/** The latest that has begun: what follows now follows from it. */
export const lastBegun = (
  sessions: readonly MentoringSession[],
  now = Date.now(),
): MentoringSession | null =>
  sessions.findLast(({ startsAt }) => Date.parse(startsAt) <= now) ?? null

/** `2026-11-28` and `09:30` of the reader's clock; null where either is missing. */
export function momentAt(day: string | null, time: string): string | null {
  const at = new Date(`${day}T${time}`)
  return day === null || Number.isNaN(at.getTime()) ? null : at.toISOString()
}

/** The other way round. */
export function dayAndTime(iso: string): { day: string; time: string } {
  const at = new Date(iso)
  const two = (value: number) => String(value).padStart(2, '0')
  return {
    day: `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`,
    time: `${two(at.getHours())}:${two(at.getMinutes())}`,
  }
}
