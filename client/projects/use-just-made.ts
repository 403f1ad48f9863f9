import type { RoomName } from '@atelier/shared/sync/room-name'
import { useEffect, useState } from 'react'

const justMade = new Set<RoomName>()

/** Said by whoever makes a room and is about to open it. */
export const markJustMade = (room: RoomName): void => void justMade.add(room)

/** Whether this person made the room a moment ago, here: then its title is what they write first. */
export function useJustMade(room: RoomName): boolean {
  const [fresh] = useState(() => justMade.has(room))
  // After drawing, for what is drawn may be thrown away and drawn once more.
  useEffect(() => void justMade.delete(room), [room])
  return fresh
}
