/** Says to others where this person points and what they see: paced, and only what has changed. */
import type { Presence } from '@atelier/shared/sync/presence'
import { useReactFlow, useStoreApi } from '@xyflow/react'
import { type RefObject, useEffect } from 'react'
import type { Room } from '../../sync/room'
import type { CanvasState } from './canvas-state'
import type { CursorLayer } from './cursor-layer'
import { pacedBy, paceMs } from './pace'

type Said = Pick<Presence, 'point' | 'view'>

export function useOwnPresence(
  { awareness }: Room,
  state: CanvasState,
  surface: RefObject<HTMLDivElement | null>,
  layer: RefObject<CursorLayer | null>,
): void {
  const { screenToFlowPosition } = useReactFlow()
  const flow = useStoreApi()
  useEffect(() => {
    const element = surface.current
    if (!element) return
    const said: Said = {}
    const pace = pacedBy(
      () => paceMs(awareness.getStates().size),
      () => {
        const own = awareness.getLocalState()
        // Who is not seen in the room says nothing in it.
        if (own) awareness.setLocalState({ ...own, ...said })
      },
    )
    const point = (at: Said['point']) => {
      if (!at && !said.point) return
      said.point = at
      pace.take(null)
      layer.current?.pointOut(at?.laser ? at : null)
    }
    const view = () => {
      said.view = viewOf(flow.getState())
      pace.take(null)
    }
    const move = (event: PointerEvent) => {
      if (event.pointerType === 'touch' && !state.facts.isLaser) return
      const { x, y } = screenToFlowPosition({ x: event.clientX, y: event.clientY })
      const place = { x: Math.round(x), y: Math.round(y) }
      point(state.facts.isLaser ? { ...place, laser: true } : place)
    }
    const leave = () => point(null)
    const stopLaser = state.subscribe(() => {
      if (said.point && (said.point.laser ?? false) !== state.facts.isLaser)
        point({ x: said.point.x, y: said.point.y, ...(state.facts.isLaser && { laser: true }) })
    })
    element.addEventListener('pointermove', move)
    element.addEventListener('pointerleave', leave)
    const stopView = flow.subscribe((now, before) => {
      if (now.transform !== before.transform || now.width !== before.width) view()
    })
    view()
    return () => {
      element.removeEventListener('pointermove', move)
      element.removeEventListener('pointerleave', leave)
      stopView()
      stopLaser()
      pace.stop()
      const own = awareness.getLocalState()
      if (own) awareness.setLocalState({ ...own, point: null, view: null })
    }
  }, [awareness, state, surface, layer, screenToFlowPosition, flow])
}

type Seen = { transform: readonly [number, number, number]; width: number; height: number }

/** The middle of what is seen, in pixels of the wall. */
export function viewOf({ transform: [x, y, zoom], width, height }: Seen) {
  return {
    x: Math.round((width / 2 - x) / zoom),
    y: Math.round((height / 2 - y) / zoom),
    zoom: Math.round(zoom * 1000) / 1000,
  }
}
