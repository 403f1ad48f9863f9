import type { Outcome } from '@atelier/shared/outcomes/outcome'
import { type PointerEvent, useRef, useState } from 'react'

type Held = { id: string; to: number }

export type OutcomeDrag = {
  /** On which side of it the held one would be put. */
  dropAt(id: string): 'before' | 'after' | undefined
  handlers(id: string): Record<string, (event: PointerEvent<HTMLElement>) => void>
}

/** Drag of outcomes by mouse, pen or finger; the keyboard and the menu of each do the same. */
export function useOutcomeDrag(
  among: readonly Outcome[],
  move: (id: string, to: number) => void,
): OutcomeDrag {
  const [held, setHeld] = useState<Held | null>(null)
  const now = useRef<Held | null>(null)
  const show = (next: Held | null) => {
    now.current = next
    setHeld(next)
  }
  const others = among.filter(({ id }) => id !== held?.id)
  return {
    dropAt(id) {
      if (!held) return undefined
      if (others[held.to]?.id === id) return 'before'
      return held.to === others.length && others.at(-1)?.id === id ? 'after' : undefined
    },
    handlers: (id) => ({
      onPointerDown(event) {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        event.preventDefault()
        show(placeAt(id, event))
      },
      onPointerMove(event) {
        if (!now.current) return
        scrollNearEdge(event)
        show(placeAt(id, event))
      },
      onPointerUp() {
        const place = now.current
        show(null)
        if (place) move(place.id, place.to)
      },
      onPointerCancel: () => show(null),
    }),
  }
}

/** Before the first of the others whose middle lies below the pointer. */
function placeAt(id: string, { clientY: y, currentTarget }: PointerEvent<HTMLElement>): Held {
  const rows = [
    ...(currentTarget.closest('ul')?.querySelectorAll<HTMLElement>('[data-outcome]') ?? []),
  ]
  const others = rows.filter((row) => row.dataset.outcome !== id)
  const below = others.findIndex((row) => {
    const { top, height } = row.getBoundingClientRect()
    return y < top + height / 2
  })
  return { id, to: below < 0 ? others.length : below }
}

const edgePixels = 48

function scrollNearEdge({ clientY, currentTarget }: PointerEvent<HTMLElement>): void {
  const page = currentTarget.closest('main')
  if (!page) return
  const { top, bottom } = page.getBoundingClientRect()
  if (clientY < top + edgePixels) page.scrollTop -= 8
  else if (clientY > bottom - edgePixels) page.scrollTop += 8
}
