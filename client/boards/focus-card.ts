import { revealIn } from './card-list-layout'

/** Cards are rows of their column's list; the list itself is found through them. */
export function rowOf(id: string, lane?: string): HTMLElement | null {
  const cell = lane === undefined ? '' : `[data-lane="${CSS.escape(lane)}"]`
  return document.querySelector(
    `[data-board-column]${cell} [role="row"][data-key="${CSS.escape(id)}"]`,
  )
}

/**
 * Puts the keyboard on a card and brings it into view. Answers whether it is there. Where the board has
 * rows, a card may be in several of them.
 */
export function focusCard(id: string, lane?: string): boolean {
  const cell = lane === undefined ? '' : `[data-lane="${CSS.escape(lane)}"] `
  for (const list of document.querySelectorAll(`${cell}.board-cards`)) if (revealIn(list, id)) break
  const element = rowOf(id, lane) ?? rowOf(id)
  element?.focus({ preventScroll: true })
  // Its list measures new rows first, and moves them.
  if (element) requestAnimationFrame(() => bringIntoView(id))
  return element !== null
}

/** By hand: what `scrollIntoView` would do to a list that scrolls, the list takes back. */
function bringIntoView(id: string): void {
  const row = rowOf(id)
  const list = row?.closest('.board-cards')
  if (!row || !list) return
  if (list.scrollHeight <= list.clientHeight) {
    row.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    return
  }
  list.closest('[data-board-column]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  const [card, frame] = [row.getBoundingClientRect(), list.getBoundingClientRect()]
  list.scrollTop += Math.max(0, card.bottom - frame.bottom) - Math.max(0, frame.top - card.top)
}

/** The card the keyboard is on, or on something inside of. */
export function focusedCard(target: EventTarget | null): string | null {
  if (!(target instanceof HTMLElement)) return null
  const card = target.closest<HTMLElement>('[data-board-column] [role="row"][data-key]')
  return card?.dataset.key ?? null
}
