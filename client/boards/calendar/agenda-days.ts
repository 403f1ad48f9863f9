import type { TimedCard } from '../time/timed-cards'
import type { Period } from './calendar-period'

export type Agenda = {
  days: readonly { day: number; cards: readonly TimedCard[] }[]
  /** What is not finished by the end of the period, though it goes on in it. */
  goingOn: readonly TimedCard[]
}

/** The days of a period on which something ends, and `always` whatever is on them. */
export function agendaOf(
  cards: readonly TimedCard[],
  { from, to }: Pick<Period, 'from' | 'to'>,
  always: readonly (number | null)[],
): Agenda {
  const byDay = new Map<number, TimedCard[]>()
  for (const day of always) if (day !== null && day >= from && day <= to) byDay.set(day, [])
  const goingOn: TimedCard[] = []
  for (const timed of cards) {
    const { span } = timed
    if (span.to < from || span.from > to) continue
    if (span.to > to) goingOn.push(timed)
    else if (!byDay.get(span.to)?.push(timed)) byDay.set(span.to, [timed])
  }
  const days = [...byDay].sort(([a], [b]) => a - b).map(([day, there]) => ({ day, cards: there }))
  return { days, goingOn }
}
