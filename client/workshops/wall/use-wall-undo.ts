import { followWallUndo, type WallUndo } from '@atelier/shared/workshops/wall-undo'
import { useEffect, useMemo, useRef } from 'react'
import type { Room } from '../../sync/room'

/** This person's own steps on a wall or in a pad since it is shown. Both answer whether there was one. */
export function useWallUndo({ doc }: Pick<Room, 'doc'>): Pick<WallUndo, 'undo' | 'redo'> {
  const following = useRef<WallUndo>(null)
  // From an effect, so that it is always let go of again.
  useEffect(() => {
    const undo = followWallUndo(doc)
    following.current = undo
    return () => undo.destroy()
  }, [doc])
  return useMemo(
    () => ({
      undo: () => following.current?.undo() ?? false,
      redo: () => following.current?.redo() ?? false,
    }),
    [],
  )
}
