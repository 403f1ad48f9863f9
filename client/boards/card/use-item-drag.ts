import type { Card } from '@atelier/shared/boards/card'
import { type PointerEvent, useRef, useState } from 'react'
import type { ItemPlace } from './item-steps'
import { useMoveItem } from './use-move-item'

/** An item held by its grip, and the place it would be put: before an item, or at the end of a list. */
type Held = { item: string; list: string; before: string | null }

export type ItemDrag = {
  dragged: string | null
  /** `''` where the held item would be put: before `item`, or at the end of the list. */
  dropAt(list: string, item: string | null): '' | undefined
  handlers(item: string): Record<string, (event: PointerEvent<HTMLElement>) => void>
}

/** Drag of checklist items by mouse, pen or finger, also from one list of the card to another. */
export function useItemDrag(card: Card): ItemDrag {
  const { move } = useMoveItem(card)
  const [held, setHeld] = useState<Held | null>(null)
  const now = useRef<Held | null>(null)
  const show = (next: Held | null) => {
    now.current = next
    setHeld(next)
  }
  return {
    dragged: held?.item ?? null,
    dropAt: (list, item) => (held?.list === list && held.before === item ? '' : undefined),
    handlers: (item) => ({
      onPointerDown(event) {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        event.preventDefault()
        show(placeAt(item, event))
      },
      onPointerMove(event) {
        if (!now.current) return
        scrollNearEdge(event)
        show(placeAt(item, event) ?? now.current)
      },
      onPointerUp() {
        const place = now.current
        show(null)
        if (place) move(item, spotOf(place))
      },
      onPointerCancel: () => show(null),
    }),
  }
}

const spotOf = ({ list, before }: Held): ItemPlace => ({
  list,
  spot: before === null ? 'end' : { before },
})

/** The list under the pointer, or the nearest one, and the first item whose middle lies below. */
function placeAt(
  item: string,
  { clientY: y, currentTarget }: PointerEvent<HTMLElement>,
): Held | null {
  const parent = currentTarget.closest('.board-detail-main')
  const lists = [...(parent?.querySelectorAll<HTMLElement>('[data-checklist]') ?? [])]
  const list = lists.findLast((one) => one.getBoundingClientRect().top <= y) ?? lists[0]
  if (!list) return null
  const others = [...list.querySelectorAll<HTMLElement>('[data-item]')].filter(
    (row) => row.dataset.item !== item,
  )
  const below = others.find((row) => {
    const { top, height } = row.getBoundingClientRect()
    return y < top + height / 2
  })
  return { item, list: list.dataset.checklist ?? '', before: below?.dataset.item ?? null }
}

const edgePixels = 48

/** A long list goes on under the edge of the window. */
export function scrollNearEdge({ clientY, currentTarget }: PointerEvent<HTMLElement>): void {
  const scroller = currentTarget.closest('.board-detail')?.parentElement
  if (!scroller) return
  const { top, bottom } = scroller.getBoundingClientRect()
  if (clientY < top + edgePixels) scroller.scrollTop -= 8
  else if (clientY > bottom - edgePixels) scroller.scrollTop += 8
}
