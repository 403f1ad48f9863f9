import type { RoomName } from '@atelier/shared/sync/room-name'
import { useEffect, useState } from 'react'
import { isStillSignedIn } from '../access/session'
import { databaseName } from '../offline/device-databases'
import { openOfflineCopy } from './offline-copy'
import type { RoomState } from './room'
import { RoomClient } from './room-client'
import { enterRoom, leaveRoom } from './room-clients'
import type { RoomParts } from './room-parts'
import { squashUpdates } from './squash-updates'
import { useSyncIdentity } from './sync-identity'

const opening: RoomState = { kind: 'opening', unreachable: false }

/**
 * Opens the room while the calling component is on screen. Afterwards it is closed, once it has
 * sent what is not stored yet.
 */
export function useRoom(name: RoomName): RoomState {
  const identity = useSyncIdentity()
  const workspaceId = identity?.workspaceId
  const personId = identity?.personId
  const [shown, setShown] = useState<{ name: RoomName; state: RoomState }>()

  // In the effect and nowhere else: StrictMode mounts twice, and each mount needs its own doc.
  useEffect(() => {
    const copyName = workspaceId && personId ? databaseName({ workspaceId, personId }, name) : null
    const key = copyName ?? name
    const create = () => new RoomClient(name, browserParts(copyName, personId ?? null))
    const client = enterRoom(key, create)
    const show = () => setShown({ name, state: client.getState() })
    const unsubscribe = client.subscribe(show)
    show()
    return () => {
      unsubscribe()
      leaveRoom(key)
    }
  }, [name, workspaceId, personId])

  return shown?.name === name ? shown.state : opening
}

function browserParts(copyName: string | null, personId: string | null): RoomParts {
  const { protocol, host } = window.location
  return {
    url: `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/ws/rooms`,
    Socket: WebSocket,
    random: Math.random,
    now: Date.now,
    personId,
    stillSignedIn: async () => personId !== null && isStillSignedIn(personId),
    openCopy: copyName ? () => openOfflineCopy(copyName, squashUpdates) : null,
    reportCopyError: (error) => console.error('This device keeps no copy of the room.', error),
  }
}
