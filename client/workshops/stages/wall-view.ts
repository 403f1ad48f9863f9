/** How the wall is looked at, chosen on this device; phones begin with the list. */
import { useSyncExternalStore } from 'react'
import { useNarrow } from '../../ui/use-narrow'

export type WallView = 'canvas' | 'list'
export const wallViews = ['canvas', 'list'] as const

const key = 'atelier.wall-view'
const ears = new Set<() => void>()
const chosen = () => wallViews.find((one) => one === localStorage.getItem(key)) ?? null

export function setWallView(view: WallView): void {
  localStorage.setItem(key, view)
  for (const tell of ears) tell()
}

export function useWallView(): WallView {
  const isNarrow = useNarrow()
  const view = useSyncExternalStore((tell) => {
    ears.add(tell)
    return () => ears.delete(tell)
  }, chosen)
  return view ?? (isNarrow ? 'list' : 'canvas')
}
