import { type PointerEvent, useEffect, useMemo, useRef } from 'react'
import type { CanvasDesk } from './canvas-desk'

const longPressMs = 450
const slackPixels = 8

/** A finger that rests on a note or group opens its menu: not all browsers have an event for it. */
export function useLongPress({ state }: CanvasDesk) {
  const waiting = useRef<{ timer: number; x: number; y: number } | null>(null)
  const deeds = useMemo(() => {
    const forget = () => {
      if (waiting.current) clearTimeout(waiting.current.timer)
      waiting.current = null
    }
    return {
      onPointerDownCapture({
        pointerType,
        isPrimary,
        clientX: x,
        clientY: y,
        target,
      }: PointerEvent) {
        forget()
        const node = (target as Element).closest<HTMLElement>('.react-flow__node')
        const id = node?.dataset.id
        if (pointerType !== 'touch' || !isPrimary || !id) return
        const open = () => {
          waiting.current = null
          state.change({ menu: { id, x, y } })
        }
        waiting.current = { timer: window.setTimeout(open, longPressMs), x, y }
      },
      onPointerMoveCapture({ clientX, clientY }: PointerEvent) {
        const at = waiting.current
        if (at && Math.hypot(clientX - at.x, clientY - at.y) > slackPixels) forget()
      },
      onPointerUpCapture: forget,
      onPointerCancelCapture: forget,
    }
  }, [state])
  useEffect(() => deeds.onPointerUpCapture, [deeds])
  return deeds
}
