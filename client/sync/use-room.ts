import type { RoomName } from '@atelier/shared/sync/room-name'
import { useEffect, useState } from 'react'
import { useSignedIn } from '../access/session'
import { offlineCopyName, openOfflineCopy } from './offline-copy'
import type { RoomState } from './room'
import { RoomClient, type RoomParts } from './room-client'
import { register } from './room-clients'

const opening: RoomState = { kind: 'opening', unreachable: false }

/** Opens the room while the calling component is on screen, and closes it afterwards. */
export function useRoom(name: RoomName): RoomState {
  const { me, workspace } = useSignedIn()
  const [shown, setShown] = useState<{ name: RoomName; state: RoomState }>()

  // In the effect and nowhere else: StrictMode mounts twice, and each mount needs its own doc.
  useEffect(() => {
    const who = { workspaceId: workspace.id, personId: me.id }
    const client = new RoomClient(name, browserParts(offlineCopyName(who, name)))
    const forget = register(client)
    const show = () => setShown({ name, state: client.getState() })
    const unsubscribe = client.subscribe(show)
    show()
    return () => {
      unsubscribe()
      forget()
      client.close()
    }
  }, [name, workspace.id, me.id])

  return shown?.name === name ? shown.state : opening
}

function browserParts(copyName: string): RoomParts {
  const { protocol, host } = window.location
  return {
    url: `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/ws/rooms`,
    Socket: WebSocket,
    random: Math.random,
    now: Date.now,
    openCopy: () => openOfflineCopy(copyName),
    reportCopyError: (error) => console.error('This device keeps no copy of the room.', error),
  }
}
