/**
 * How the wall is looked at, chosen on this device; phones begin with the list, and so
 * does what is talked about in the order of its votes.
 */
import type { StageKind } from '@atelier/shared/workshops/stage'
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

export function useWallView(kind: StageKind): WallView {
  const isNarrow = useNarrow()
  const view = useSyncExternalStore((tell) => {
    ears.add(tell)
    return () => ears.delete(tell)
  }, chosen)
  return view ?? (isNarrow || kind === 'discuss' ? 'list' : 'canvas')
}
