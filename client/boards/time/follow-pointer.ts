import { edgeSpeed } from '../edge-scroll'

const slackPixels = 5
const longPressMs = 300

/** What a drag tells. `Grab` is whatever the view needs to know about what is held. */
export type PointerTold<Grab> = {
  /** Null: nothing here can be held. */
  grab(target: HTMLElement, x: number, y: number): Grab | null
  held(grab: Grab, x: number, y: number): void
  dropped(grab: Grab, x: number, y: number): void
  ended(): void
}

type Hold<Grab> = { grab: Grab; target: HTMLElement; pointer: number; x: number; y: number }

/**
 * Drags by mouse, pen and finger: a finger holds still first, for else it scrolls. Escape lets go. Near
 * an edge of `scroller` it scrolls. What was dragged is not clicked. Ends when told to.
 */
export function followPointer<Grab>(
  root: HTMLElement,
  scroller: () => HTMLElement | null,
  told: PointerTold<Grab>,
): () => void {
  let waiting: Hold<Grab> | null = null
  let drag: Hold<Grab> | null = null
  let press = 0
  let frame = 0
  let wasDragged = false
  const end = () => {
    clearTimeout(press)
    cancelAnimationFrame(frame)
    waiting = null
    if (!drag) return
    drag = null
    told.ended()
  }
  const scroll = () => {
    const box = scroller()
    if (!drag) return
    if (box && scrollAtEdges(box, drag.x, drag.y)) told.held(drag.grab, drag.x, drag.y)
    frame = requestAnimationFrame(scroll)
  }
  const begin = () => {
    if (!waiting) return
    drag = waiting
    waiting = null
    wasDragged = true
    // A list's own press would open the card when the pointer leaves.
    const over = { bubbles: true, pointerId: drag.pointer }
    drag.target.dispatchEvent(new PointerEvent('pointercancel', over))
    told.held(drag.grab, drag.x, drag.y)
    frame = requestAnimationFrame(scroll)
  }
  const moved = (event: PointerEvent) => {
    const { clientX: x, clientY: y, pointerType } = event
    if (waiting?.pointer === event.pointerId) {
      if (Math.hypot(x - waiting.x, y - waiting.y) <= slackPixels) return
      if (pointerType === 'touch') end()
      else begin()
    }
    if (drag?.pointer !== event.pointerId) return
    drag = { ...drag, x, y }
    told.held(drag.grab, x, y)
  }
  const page = {
    pointermove: moved,
    pointerup(event: PointerEvent) {
      const held = drag
      if (held?.pointer === event.pointerId) told.dropped(held.grab, event.clientX, event.clientY)
      end()
    },
    pointercancel: (event: Event) => event.isTrusted && end(),
    // Not when the focus merely goes from one element to another, as it does at every press.
    blur: (event: Event) => event.target instanceof Node || end(),
    keydown(event: KeyboardEvent) {
      if (event.key !== 'Escape' || !drag) return
      event.preventDefault()
      event.stopPropagation()
      end()
    },
  }
  const own = {
    pointerdown(event: PointerEvent) {
      end()
      wasDragged = false
      const target = event.target as HTMLElement
      if (event.button !== 0 || !event.isPrimary) return
      const { clientX: x, clientY: y, pointerId: pointer } = event
      const grab = told.grab(target, x, y)
      if (!grab) return
      waiting = { grab, target, pointer, x, y }
      if (event.pointerType === 'touch') press = window.setTimeout(begin, longPressMs)
    },
    click(event: MouseEvent) {
      // A key's click has no detail, and is meant.
      if (!wasDragged || event.detail === 0) return
      wasDragged = false
      event.preventDefault()
      event.stopPropagation()
    },
    touchmove: (event: Event) => drag && event.preventDefault(),
    contextmenu: (event: Event) => (drag || (waiting && press)) && event.preventDefault(),
    dragstart: (event: Event) => event.preventDefault(),
  }
  const hear = (to: HTMLElement | Window, listeners: object) => {
    const options = { capture: true, passive: false }
    const pairs = Object.entries(listeners) as [string, EventListener][]
    for (const [name, listener] of pairs) to.addEventListener(name, listener, options)
    return () => {
      for (const [name, listener] of pairs) to.removeEventListener(name, listener, true)
    }
  }
  const unhear = [hear(root, own), hear(window, page)]
  return () => {
    end()
    for (const stop of unhear) stop()
  }
}

/** Says whether anything moved. */
function scrollAtEdges(box: HTMLElement, x: number, y: number): boolean {
  const { left, right, top, bottom } = box.getBoundingClientRect()
  if (x < left || x > right || y < top || y > bottom) return false
  const before = `${box.scrollLeft} ${box.scrollTop}`
  box.scrollLeft += edgeSpeed(x, left, right)
  box.scrollTop += edgeSpeed(y, top, bottom)
  return before !== `${box.scrollLeft} ${box.scrollTop}`
}
