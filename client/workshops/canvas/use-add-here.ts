import type { Topic } from '@atelier/shared/workshops/stage'
import { noteGap } from '@atelier/shared/workshops/wall-shape'
import { useReactFlow, useStoreApi } from '@xyflow/react'
import { useEffect, useMemo, useRef } from 'react'
import type { CanvasDesk } from './canvas-desk'
import type { Place } from './glide'
import { topicAt } from './topic-columns'
import { viewOf } from './use-own-presence'

export type AddHere = {
  /** With its middle at a place on the screen. */
  at(screen: Place): void
  /** Where the pointer is, else in the middle of what is seen. */
  here(): void
}

/** New notes where one is. The next one does not hide the last. */
export function useAddHere(
  { acts, store, surface }: CanvasDesk,
  topics: readonly Topic[],
): AddHere {
  const { screenToFlowPosition } = useReactFlow()
  const flow = useStoreApi()
  const pointer = usePointer(surface)
  return useMemo(() => {
    const add = (middle: Place) => {
      const place = besideOthers(middle, store.read().notes)
      acts.add(place, place.y > 0 ? topicAt(topics, place.x) : null)
    }
    return {
      at: (screen) => add(screenToFlowPosition(screen)),
      here: () =>
        add(pointer.current ? screenToFlowPosition(pointer.current) : viewOf(flow.getState())),
    }
  }, [acts, store, topics, screenToFlowPosition, flow, pointer])
}

/** Goes down to the right as long as another note begins at nearly the same place. */
function besideOthers(
  middle: Place,
  notes: readonly { spot: Place; group: string | null; size: string }[],
): Place {
  const half = 84
  const isTaken = ({ x, y }: Place) =>
    notes.some(
      ({ spot, group }) =>
        group === null &&
        Math.abs(spot.x + half - x) < noteGap &&
        Math.abs(spot.y + half - y) < noteGap,
    )
  let place = middle
  while (isTaken(place)) place = { x: place.x + noteGap, y: place.y + noteGap }
  return place
}

/** Of a mouse or pen while it is over the surface: a finger is nowhere when it does not touch. */
function usePointer(surface: CanvasDesk['surface']) {
  const pointer = useRef<Place>(null)
  useEffect(() => {
    const element = surface.current
    const move = ({ pointerType, clientX, clientY }: PointerEvent) => {
      pointer.current = pointerType === 'touch' ? null : { x: clientX, y: clientY }
    }
    const leave = () => {
      pointer.current = null
    }
    element?.addEventListener('pointermove', move)
    element?.addEventListener('pointerleave', leave)
    return () => {
      element?.removeEventListener('pointermove', move)
      element?.removeEventListener('pointerleave', leave)
    }
  }, [surface])
  return pointer
}
