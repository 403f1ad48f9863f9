/** Every open room of this page, so that leaving can be warned about. */
import type { RoomClient } from './room-client'

const open = new Set<RoomClient>()

export function register(client: RoomClient): () => void {
  if (open.size === 0) globalThis.addEventListener?.('beforeunload', warn)
  open.add(client)
  return () => {
    open.delete(client)
    if (open.size === 0) globalThis.removeEventListener?.('beforeunload', warn)
  }
}

/** For signing out, which erases what this device keeps: whether that would lose changes. */
export const hasUnstoredChanges = (): boolean => [...open].some((client) => client.unstored)

function warn(event: BeforeUnloadEvent): void {
  if (hasUnstoredChanges()) event.preventDefault()
}
