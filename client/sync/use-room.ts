import type { RoomName } from '@atelier/shared/sync/room-name'
import { useEffect, useState } from 'react'
import { type Keeping, openRoom, roomKey } from './open-room'
import type { RoomState } from './room'
import { enterRoom, leaveRoom, type Visit } from './room-clients'
import { useSyncIdentity } from './sync-identity'

const opening: RoomState = { kind: 'opening', unreachable: false }

/**
 * Opens the room while the calling component is on screen. Afterwards it is closed, once it has
 * sent what is not stored yet.
 */
export function useRoom(
  name: RoomName,
  { unseen = false, isKept }: Visit & Keeping = {},
): RoomState {
  const identity = useSyncIdentity()
  const workspaceId = identity?.workspaceId
  const personId = identity?.personId
  const guestOf = identity?.guestOf
  const [shown, setShown] = useState<{ name: RoomName; state: RoomState }>()

  // In the effect and nowhere else: StrictMode mounts twice, and each mount needs its own doc.
  useEffect(() => {
    const who =
      workspaceId && personId ? { workspaceId, personId, ...(guestOf && { guestOf }) } : null
    const key = roomKey(name, who)
    const client = enterRoom(key, () => openRoom(name, who, { isKept }), { unseen })
    const show = () => setShown({ name, state: client.getState() })
    const unsubscribe = client.shown.subscribe(show)
    show()
    return () => {
      unsubscribe()
      leaveRoom(key, { unseen })
    }
  }, [name, workspaceId, personId, guestOf, unseen, isKept])

  return shown?.name === name ? shown.state : opening
}
