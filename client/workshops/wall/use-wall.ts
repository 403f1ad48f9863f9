import type { Wall } from '@atelier/shared/workshops/wall'
import { wallStoreOf } from '@atelier/shared/workshops/wall-store'
import { useCallback, useSyncExternalStore } from 'react'
import type { Room } from '../../sync/room'

/** What is on a wall or in a pad; draws again with every change of it. */
export const useWall = (room: Pick<Room, 'doc'>): Wall => useWallPart(room, whole)
const whole = (wall: Wall) => wall

/** A part of it: draws again only when that part changed. `select` answers what the wall holds, and is stable. */
export function useWallPart<T>({ doc }: Pick<Room, 'doc'>, select: (wall: Wall) => T): T {
  const store = wallStoreOf(doc)
  const read = useCallback(() => select(store.read()), [store, select])
  return useSyncExternalStore(store.subscribe, read)
}
