/** This person's view goes along with somebody else's, until they move it themself. */

import { useReactFlow, useStoreApi } from '@xyflow/react'
import { useEffect } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import type { Room } from '../../sync/room'
import { stampedPresence } from '../../sync/use-presence'
import { type CanvasState, usePicked } from './canvas-state'
import { isStill } from './look-at'
import { viewOf } from './use-own-presence'

type View = { x: number; y: number; zoom: number }

/** Of the way that is left, at each frame. */
const share = 0.25

const nearer = (from: View, to: View, part: number): View => ({
  x: from.x + (to.x - from.x) * part,
  y: from.y + (to.y - from.y) * part,
  zoom: from.zoom * (to.zoom / from.zoom) ** part,
})

const isThere = (from: View, to: View): boolean =>
  Math.hypot(from.x - to.x, from.y - to.y) * to.zoom < 1 &&
  Math.abs(from.zoom / to.zoom - 1) < 0.005

/** What somebody sees, of their tabs the one that shows a wall. */
export function viewOfPerson(awareness: Awareness, personId: string): View | null {
  for (const [client, state] of awareness.getStates()) {
    const present = client === awareness.clientID ? null : stampedPresence(state)
    if (present?.person.id === personId && present.view) return present.view
  }
  return null
}

export function useFollow({ awareness }: Room, state: CanvasState): void {
  const following = usePicked(state, (facts) => facts.following)
  const { setCenter } = useReactFlow()
  const flow = useStoreApi()
  useEffect(() => {
    if (following === null) return
    let frame = 0
    const step = () => {
      frame = 0
      const target = viewOfPerson(awareness, following)
      if (!target || target.zoom <= 0) return
      const now = viewOf(flow.getState())
      const next = isStill() || isThere(now, target) ? target : nearer(now, target, share)
      void setCenter(next.x, next.y, { zoom: next.zoom })
      if (next !== target) frame = requestAnimationFrame(step)
    }
    const go = () => {
      if (frame === 0) frame = requestAnimationFrame(step)
    }
    awareness.on('change', go)
    go()
    return () => {
      cancelAnimationFrame(frame)
      awareness.off('change', go)
    }
  }, [awareness, following, setCenter, flow])
}
