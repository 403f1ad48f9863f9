import type { Card } from '@atelier/shared/boards/card'
import {
  type Days,
  dayAt,
  type End,
  movedDays,
  resizedDays,
  spanOf,
} from '@atelier/shared/boards/span'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { useDesk } from '../board-context'
import type { TimeDrag } from './drag-preview'
import { followPointer } from './follow-pointer'
import { useTimeDesk } from './time-context'

/** What is held: a card, by an end of its bar or by the whole of it, at a day; null for one without days. */
type Grab = { card: Card; end: End | null; day: number | null }

export type DragPlace = {
  /** What scrolls, and the day under a point. Read at the moment they are asked for. */
  scroller(): HTMLElement | null
  dayUnder(x: number, y: number): number | null
}

/** Drag of cards to other days, with all that are chosen, of their ends, and of cards without days onto one. */
export function useTimeDrag(
  root: RefObject<HTMLElement | null>,
  place: DragPlace,
): TimeDrag | null {
  const { room, store, editable } = useDesk()
  const { setDays, moveDays, putOn } = useTimeDesk()
  const [drag, setDrag] = useState<TimeDrag | null>(null)
  const now = useRef(place)
  now.current = place
  useEffect(() => {
    if (!root.current || !editable) return
    const show = (next: TimeDrag | null) =>
      setDrag((before) => (isSame(before, next) ? before : next))
    return followPointer<Grab>(root.current, () => now.current.scroller(), {
      grab(target, x, y) {
        const held = heldAt(target)
        const card = held && store.read().cards.get(held.id)
        return card ? { card, end: held.end, day: now.current.dayUnder(x, y) } : null
      },
      held(grab, x, y) {
        const days = daysAt(grab, now.current.dayUnder(x, y))
        room.awareness.setLocalStateField('card', grab.card.id)
        show({ id: grab.card.id, isWhole: grab.end === null, span: days && spanOf(days), x, y })
      },
      dropped(grab, x, y) {
        const day = now.current.dayUnder(x, y)
        const days = daysAt(grab, day)
        if (day === null || !days) return
        const { id } = grab.card
        if (grab.end) setDays(id, days)
        else if (!spanOf(grab.card)) putOn(id, day)
        else if (grab.day !== null) moveDays(id, day - grab.day)
      },
      ended() {
        room.awareness.setLocalStateField('card', null)
        show(null)
      },
    })
  }, [root, room, store, editable, setDays, moveDays, putOn])
  return drag
}

/** By the card's days alone: its place is the preview's own affair. */
const isSame = (a: TimeDrag | null, b: TimeDrag | null) =>
  a === b || (a?.id === b?.id && a?.span?.from === b?.span?.from && a?.span?.to === b?.span?.to)

function heldAt(target: HTMLElement): { id: string; end: End | null } | null {
  if (target.closest('[data-no-drag]') || !target.closest('[data-grip], [data-undated]'))
    return null
  const { timed, undated } =
    target.closest<HTMLElement>('[data-timed], [data-undated]')?.dataset ?? {}
  const end = target.closest<HTMLElement>('[data-end]')?.dataset.end
  const id = timed ?? undated
  return id === undefined ? null : { id, end: end === 'start' || end === 'due' ? end : null }
}

function daysAt({ card, end, day }: Grab, target: number | null): Days | null {
  if (target === null) return null
  if (!spanOf(card)) return { start: null, due: dayAt(target) }
  if (day === null) return null
  return end ? resizedDays(card, end, target - day) : movedDays(card, target - day)
}
