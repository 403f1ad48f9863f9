import type { Card } from '@atelier/shared/boards/card'
import { type PointerEvent, useRef, useState } from 'react'
import { scrollNearEdge } from './use-item-drag'
import { useMoveList } from './use-move-list'

type Held = { list: string; before: string | null }

export type ListDrag = {
  /** `before` or `after` the list, where the held one would be put. */
  dropAt(list: string): 'before' | 'after' | undefined
  handlers(list: string): Record<string, (event: PointerEvent<HTMLElement>) => void>
}

/** Drag of whole checklists by mouse, pen or finger. */
export function useListDrag(card: Card): ListDrag {
  const { move } = useMoveList(card)
  const [held, setHeld] = useState<Held | null>(null)
  const now = useRef<Held | null>(null)
  const show = (next: Held | null) => {
    now.current = next
    setHeld(next)
  }
  const last = card.checklists.filter(({ id }) => id !== held?.list).at(-1)?.id
  return {
    dropAt: (list) => {
      if (!held) return undefined
      if (held.before === list) return 'before'
      return held.before === null && list === last ? 'after' : undefined
    },
    handlers: (list) => ({
      onPointerDown(event) {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        event.preventDefault()
        show(placeAt(list, event))
      },
      onPointerMove(event) {
        if (!now.current) return
        scrollNearEdge(event)
        show(placeAt(list, event))
      },
      onPointerUp() {
        const place = now.current
        show(null)
        if (place) move(place.list, place.before === null ? 'end' : { before: place.before })
      },
      onPointerCancel: () => show(null),
    }),
  }
}

/** Before the first of the others whose middle lies below the pointer. */
function placeAt(list: string, { clientY: y, currentTarget }: PointerEvent<HTMLElement>): Held {
  const parent = currentTarget.closest('.board-detail-main')
  const others = [...(parent?.querySelectorAll<HTMLElement>('[data-checklist]') ?? [])].filter(
    (one) => one.dataset.checklist !== list,
  )
  const below = others.find((one) => {
    const { top, height } = one.getBoundingClientRect()
    return y < top + height / 2
  })
  return { list, before: below?.dataset.checklist ?? null }
}
