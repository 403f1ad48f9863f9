/** Rows that are put elsewhere by a grip, by mouse, pen or finger; keys and menus do the same in a way of their own. */
import { type PointerEvent, useRef, useState } from 'react'

type Grip = PointerEvent<HTMLElement>

type Ways<Place> = {
  /** Where it would be put; null where the pointer is over nothing: then it stays where it was last. */
  placeAt(id: string, event: Grip): Place | null
  drop(id: string, place: Place): void
  /** What goes on when the pointer is at its edge. */
  scrollerOf(grip: HTMLElement): HTMLElement | null | undefined
}

export type GripDrag<Place> = {
  /** Where what is held would be put; null while nothing is. */
  held: Place | null
  handlers(id: string): Record<string, (event: Grip) => void>
}

export function useGripDrag<Place>({ placeAt, drop, scrollerOf }: Ways<Place>): GripDrag<Place> {
  const [held, setHeld] = useState<Place | null>(null)
  // Several moves may come before it is drawn once.
  const now = useRef<Place | null>(null)
  const show = (next: Place | null) => {
    now.current = next
    setHeld(next)
  }
  return {
    held,
    handlers: (id) => ({
      onPointerDown(event) {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        event.preventDefault()
        show(placeAt(id, event))
      },
      onPointerMove(event) {
        if (!now.current) return
        scrollNearEdge(event, scrollerOf(event.currentTarget))
        show(placeAt(id, event) ?? now.current)
      },
      onPointerUp() {
        const place = now.current
        show(null)
        if (place) drop(id, place)
      },
      onPointerCancel: () => show(null),
    }),
  }
}

/** The first of these rows whose middle lies below the pointer. */
export const firstBelow = (
  rows: readonly HTMLElement[],
  { clientY }: Grip,
): HTMLElement | undefined =>
  rows.find((row) => {
    const { top, height } = row.getBoundingClientRect()
    return clientY < top + height / 2
  })

const edgePixels = 48

/** A long list goes on under the edge of the window. */
function scrollNearEdge({ clientY }: Grip, scroller: HTMLElement | null | undefined): void {
  if (!scroller) return
  const { top, bottom } = scroller.getBoundingClientRect()
  if (clientY < top + edgePixels) scroller.scrollTop -= 8
  else if (clientY > bottom - edgePixels) scroller.scrollTop += 8
}
