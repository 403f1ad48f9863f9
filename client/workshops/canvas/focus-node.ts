/** Brings the keyboard onto a note or group, and that into view: only what is seen is drawn. */
import type { Box } from '@atelier/shared/workshops/wall-places'
import type { ReactFlowInstance } from '@xyflow/react'
import { nodeOf } from './canvas-desk'
import { middleOf } from './canvas-places'

type Flow = Pick<ReactFlowInstance, 'getViewport' | 'setCenter'>
const framesToDraw = 20

export function focusNode(
  surface: HTMLElement | null,
  flow: Flow,
  id: string,
  box: Box | undefined,
): void {
  if (!surface || !box) return
  const { x, y, zoom } = flow.getViewport()
  const [left, top] = [box.x * zoom + x, box.y * zoom + y]
  const isSeen =
    left >= 0 &&
    top >= 0 &&
    left + box.width * zoom <= surface.clientWidth &&
    top + box.height * zoom <= surface.clientHeight
  if (!isSeen) {
    const middle = middleOf(box)
    void flow.setCenter(middle.x, middle.y, { zoom })
  }
  focusWhenDrawn(surface, id, framesToDraw)
}

function focusWhenDrawn(surface: HTMLElement, id: string, frames: number): void {
  const node = nodeOf(surface, id)
  if (node) node.focus({ preventScroll: true })
  else if (frames > 0) requestAnimationFrame(() => focusWhenDrawn(surface, id, frames - 1))
}
