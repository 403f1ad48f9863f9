import { useStoreApi } from '@xyflow/react'
import { type RefObject, useEffect, useRef } from 'react'
import type { Room } from '../../sync/room'
import { CursorLayer } from './cursor-layer'

export function useCursorLayer(
  room: Room,
  layer: RefObject<HTMLDivElement | null>,
): RefObject<CursorLayer | null> {
  const cursors = useRef<CursorLayer>(null)
  const flow = useStoreApi()
  useEffect(() => {
    if (!layer.current) return
    const made = new CursorLayer(layer.current, room, () => {
      const [x, y, zoom] = flow.getState().transform
      return { x, y, zoom }
    })
    cursors.current = made
    const stop = flow.subscribe((now, before) => {
      if (now.transform !== before.transform) made.draw()
    })
    return () => {
      stop()
      made.stop()
      cursors.current = null
    }
  }, [room, layer, flow])
  return cursors
}
