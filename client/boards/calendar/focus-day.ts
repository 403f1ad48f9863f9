const findAll = (selector: string) => [
  ...document.querySelectorAll<HTMLElement>(`.calendar ${selector}`),
]

/** Puts the keyboard on a day that is on screen. */
export function focusDay(day: number): void {
  daysShown()
    .find((one) => dayOf(one) === day)
    ?.focus()
}

/** On a day, or on the closest one that is listed. */
export function focusNear(day: number | null): void {
  const there = closest(daysShown(), day) ?? findAll('.calendar-scroll button')[0]
  const last = there ?? findAll('.time-bar button')[0]
  last?.focus()
}

/** The day that an element is, or stands on. */
export function dayOf(element: Element | null): number | null {
  const day = element?.closest<HTMLElement>('[data-day]')?.dataset.day
  return day === undefined ? null : Number(day)
}

type Wanted = { near?: number | null; isMenu?: boolean }

/**
 * Puts the keyboard on a card on screen; on its list, where it has no day. Of several parts of it on the one
 * closest to `near`, else on the first. Answers whether it is there.
 */
export function focusTimed(id: string, { near = null, isMenu = false }: Wanted = {}): boolean {
  const name = CSS.escape(id)
  const parts = findAll(`[data-timed="${name}"] ${isMenu ? '.time-more' : '.time-open'}`)
  const card = closest(parts, near) ?? findAll(`[data-undated="${name}"]`)[0]
  card?.focus()
  return card !== undefined
}

/** In the list of days, the name of a day stands for it. */
const daysShown = () => [...findAll('td[data-day]'), ...findAll('[data-day] h3')]

function closest(parts: readonly HTMLElement[], day: number | null): HTMLElement | undefined {
  if (day === null) return parts[0]
  const away = (part: HTMLElement) => Math.abs((dayOf(part) ?? 0) - day)
  return [...parts].sort((a, b) => away(a) - away(b))[0]
}
