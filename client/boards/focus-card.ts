import { revealIn } from './card-list-layout'
import { type FocusHold, holdFocus } from './focus-hold'
import { laneAt } from './lanes/lane-place'
import { drawLaneOf } from './lanes/lane-window'

/** Cards are rows of their column's list; the list itself is found through them. */
export function rowOf(id: string, lane: string | null = null): HTMLElement | null {
  const cell = lane === null ? '' : `[data-lane="${CSS.escape(lane)}"]`
  return document.querySelector(
    `[data-board-column]${cell} [role="row"][data-key="${CSS.escape(id)}"]`,
  )
}

/**
 * Puts the keyboard on a card and brings it into view. Answers whether it is there. Where the board has
 * lanes, a card may be in several: in `lane`, else in the one the keyboard is in, else in the first.
 */
export function focusCard(id: string, lane?: string | null): boolean {
  const drawn = drawLaneOf(id, lane ?? laneAt(document.activeElement))
  const hold = holdFocus((element) => {
    const row = rowOf(id, drawn)
    return row !== null && (row.contains(element) || element.contains(row))
  })
  if (focusDrawn(id, drawn, hold)) return true
  if (drawn !== null) focusSoon(id, drawn, mostFrames, hold)
  else hold.letGo()
  return drawn !== null
}

/** A lane that was only now drawn fills its lists in a few frames. */
const mostFrames = 30

function focusSoon(id: string, lane: string, frames: number, hold: FocusHold): void {
  requestAnimationFrame(() => {
    if (hold.isOver || focusDrawn(id, lane, hold)) return
    if (frames > 0) focusSoon(id, lane, frames - 1, hold)
    else hold.letGo()
  })
}

function focusDrawn(id: string, lane: string | null, hold: FocusHold): boolean {
  const cell = lane === null ? '' : `[data-lane="${CSS.escape(lane)}"] `
  for (const list of document.querySelectorAll(`${cell}.board-cards`)) if (revealIn(list, id)) break
  const element = rowOf(id, lane)
  element?.focus({ preventScroll: true })
  // Its list measures new rows first, and moves them.
  if (element) bringSoon(id, lane, lane === null ? 1 : framesOfMeasuring, hold)
  return element !== null
}

/** In lanes, rows above that are measured move the card. */
const framesOfMeasuring = 30

function bringSoon(id: string, lane: string | null, frames: number, hold: FocusHold): void {
  requestAnimationFrame(() => {
    if (hold.isOver) return
    const row = rowOf(id, lane)
    if (lane !== null && !row?.contains(document.activeElement)) row?.focus({ preventScroll: true })
    bringIntoView(id, lane)
    if (frames > 1) bringSoon(id, lane, frames - 1, hold)
    else hold.letGo()
  })
}

/** By hand: what `scrollIntoView` would do to a list that scrolls, the list takes back. */
function bringIntoView(id: string, lane: string | null): void {
  const row = rowOf(id, lane)
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
