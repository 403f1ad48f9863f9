const find = (selector: string) => document.querySelector<HTMLElement>(`.calendar ${selector}`)

/** Puts the keyboard on a day that is on screen. */
export function focusDay(day: number): void {
  find(`[data-day="${day}"]`)?.focus()
}

/** Puts the keyboard on the first part of a card on screen; on its list, where it has no day. */
export function focusTimed(id: string): void {
  const name = CSS.escape(id)
  const card = find(`[data-timed="${name}"] .time-open`) ?? find(`[data-undated="${name}"]`)
  card?.focus()
}
