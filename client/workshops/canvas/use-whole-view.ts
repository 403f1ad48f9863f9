import type { Topic } from '@atelier/shared/workshops/stage'
import { boxesOf } from '@atelier/shared/workshops/wall-places'
import type { WallStore } from '@atelier/shared/workshops/wall-store'
import { getViewportForBounds, useReactFlow, useStore, useStoreApi } from '@xyflow/react'
import { useCallback, useEffect, useRef } from 'react'
import { boxAround } from './canvas-places'
import { moveMs } from './look-at'
import { columnBox } from './topic-columns'

const nothing = { x: -400, y: -300, width: 800, height: 600 }
const [farthest, nearest] = [0.1, 1]
const padding = 0.08

/** Shows all there is, topics without a note too; at first by itself, and once: a first note moves nobody's view. */
export function useWholeView(store: WallStore, topics: readonly Topic[]): () => void {
  const { setViewport } = useReactFlow()
  const flow = useStoreApi()
  const isSized = useStore(({ width, height }) => width > 0 && height > 0)
  const isShown = useRef(false)
  const show = useCallback(
    (duration: number) => {
      const { width, height } = flow.getState()
      const columns = topics.map((topic) => columnBox(topics, topic.key))
      const around = boxAround([...boxesOf(store.read()), ...columns]) ?? nothing
      const view = getViewportForBounds(around, width, height, farthest, nearest, padding)
      void setViewport(view, { duration })
    },
    [flow, store, topics, setViewport],
  )
  useEffect(() => {
    if (!isSized || isShown.current) return
    isShown.current = true
    show(0)
  }, [isSized, show])
  return useCallback(() => show(moveMs()), [show])
}
