import type { Card } from '@atelier/shared/boards/card'

/** What about a card's days is probably not meant; `year` as four digits. */
export type DayDoubt = { kind: 'startAfterDue' | 'farAway'; year: string }

const farYears = 50

/** Nothing of it is refused: people know their plans better. */
export function dayDoubt(
  { start, due }: Pick<Card, 'start' | 'due'>,
  today: string,
): DayDoubt | null {
  const far = [due, start].find(
    (day) => day !== null && Math.abs(yearOf(day) - yearOf(today)) > farYears,
  )
  if (far) return { kind: 'farAway', year: far.slice(0, 4) }
  if (start !== null && due !== null && start > due)
    return { kind: 'startAfterDue', year: due.slice(0, 4) }
  return null
}

const yearOf = (day: string) => Number(day.slice(0, 4))
