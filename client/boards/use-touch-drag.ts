import { type RefObject, useEffect, useRef, useState } from 'react'
import { useDesk } from './board-context'
import { actsOn } from './card-selection'
import { type DropPlace, dropPlaceAt } from './drop-place'
import { scrollNear, stopAtColumn } from './edge-scroll'
import { type ShownLaneKind, takesCards } from './lanes/lane-kinds'
import { laneMove } from './lanes/lane-place'
import { useMoveCard } from './use-move-card'

const longPressMs = 300
const slackPixels = 8
/** So long a column that came in stays, for the finger to leave the edge. */
const restMs = 800

/** A card held by a finger. */
export type TouchDrag = {
  id: string
  lane: string | null
  x: number
  y: number
  place: DropPlace | null
}

/**
 * Drag by long press. Browsers differ in whether a long press starts a drag of their own (some
 * never do), so theirs is held back and this one works the same everywhere.
 */
export function useTouchDrag(
  scroller: RefObject<HTMLElement | null>,
  rows?: ShownLaneKind,
): TouchDrag | null {
  const { room, store, people, outcomes, selection, editable } = useDesk()
  const move = useMoveCard()
  const [drag, setDrag] = useState<TouchDrag | null>(null)
  const drop = ({ id, lane: from, place }: TouchDrag) => {
    if (!place) return
    const to = rows && place.lane !== null ? { kind: rows, id: place.lane } : null
    const ids = actsOn(selection, store.read().columns, id)
    const lane = laneMove(to, from)
    const world = { people, outcomes, labels: store.read().labels }
    if (lane && !takesCards(lane.kind, lane.to, world)) return
    move(ids, { column: place.column, spot: place.spot, lane })
  }
  // What becomes known meanwhile, such as who is in the project, must not take a card out of a hand.
  const latest = useRef(drop)
  latest.current = drop
  useEffect(() => {
    const board = scroller.current
    if (!board || !editable) return
    return followFingers(board, {
      held(now) {
        setDrag(now)
        room.awareness.setLocalStateField('card', now?.id ?? null)
      },
      moved: setDrag,
      dropped: (drag) => latest.current(drag),
    })
  }, [scroller, editable, room.awareness])
  return drag
}

type Told = {
  held(drag: TouchDrag | null): void
  moved(drag: TouchDrag): void
  dropped(drag: TouchDrag): void
}

/** Watches touches on the board until told to stop. */
function followFingers(board: HTMLElement, told: Told): () => void {
  let waiting: { timer: number; x: number; y: number } | null = null
  let drag: TouchDrag | null = null
  let frame = 0
  let restUntil = 0

  const forget = () => {
    if (waiting) clearTimeout(waiting.timer)
    waiting = null
  }
  const end = () => {
    forget()
    cancelAnimationFrame(frame)
    if (drag) told.held(null)
    drag = null
  }
  const follow = (x: number, y: number) => {
    if (!drag) return
    drag = { ...drag, x, y, place: dropPlaceAt(x, y, drag.id) }
    told.moved(drag)
  }
  const scroll = (now: number) => {
    if (!drag) return
    const { x, y } = drag
    const from = board.scrollLeft
    if (now >= restUntil && scrollNear(board, x, y)) {
      if (stopAtColumn(board, from)) restUntil = now + restMs
      follow(x, y)
    }
    frame = requestAnimationFrame(scroll)
  }
  const hold = (row: HTMLElement, id: string, x: number, y: number) => {
    waiting = null
    // The list took the touch for a press, which would open the card when the finger leaves.
    row.dispatchEvent(new PointerEvent('pointercancel', { bubbles: true, pointerType: 'touch' }))
    // A list keeps the card with the focus in the document, however far it scrolls: the finger's
    // movements are heard through it.
    row.focus({ preventScroll: true })
    const cell = row.closest<HTMLElement>('[data-board-column]')
    drag = { id, lane: cell?.dataset.lane ?? null, x, y, place: null }
    told.held(drag)
    restUntil = 0
    frame = requestAnimationFrame(scroll)
  }
  const listeners = {
    touchstart(event: TouchEvent) {
      end()
      const [touch] = event.touches
      const target = event.target as HTMLElement
      const row = target.closest<HTMLElement>('[role="row"].board-card')
      if (!touch || !row?.dataset.key || event.touches.length > 1 || target.closest('button'))
        return
      const { clientX: x, clientY: y } = touch
      const id = row.dataset.key
      waiting = { timer: window.setTimeout(() => hold(row, id, x, y), longPressMs), x, y }
    },
    touchmove(event: TouchEvent) {
      const [touch] = event.touches
      if (!touch) return
      if (drag) {
        event.preventDefault()
        follow(touch.clientX, touch.clientY)
      } else if (waiting) {
        const far = Math.hypot(touch.clientX - waiting.x, touch.clientY - waiting.y) > slackPixels
        if (far) forget()
      }
    },
    touchend(event: TouchEvent) {
      if (drag) {
        event.preventDefault()
        told.dropped(drag)
      }
      end()
    },
    touchcancel: end,
    dragstart(event: DragEvent) {
      if (!waiting && !drag) return
      event.preventDefault()
      event.stopPropagation()
    },
    contextmenu(event: Event) {
      if (waiting || drag) event.preventDefault()
    },
  }
  const entries = Object.entries(listeners) as [string, EventListener][]
  for (const [name, listener] of entries)
    board.addEventListener(name, listener, { capture: true, passive: false })
  return () => {
    end()
    for (const [name, listener] of entries) board.removeEventListener(name, listener, true)
  }
}
