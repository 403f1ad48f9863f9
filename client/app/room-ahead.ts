/** The room at the address a page is opened with. */
import {
  type PageKind,
  parseRoomName,
  type RoomName,
  roomName,
} from '@atelier/shared/sync/room-name'
import type { QueryClient } from '@tanstack/react-query'
import { sessionQuery } from '../access/session'
import { watchPointedAt } from './pointed-at'
import { fetchScreenAhead } from './room-routes'
import type { createAppRouter } from './router'

type House = { queries: QueryClient; router: ReturnType<typeof createAppRouter> }

/**
 * Asks for the screen at once, and opens the room as soon as it is known who is here: its content
 * comes while the screen is still on its way. Given up where the address turns out to be another's.
 * From then on the screen behind every link to a room is asked for once that is pointed at.
 */
export function beginRoomAhead(house: House, path: string): void {
  watchPointedAt((pointedAt) => {
    const next = roomAt(pointedAt)
    if (next) fetchScreenAhead(next.kind)
  })
  const room = roomAt(path)
  if (!room) return
  fetchScreenAhead(room.kind)
  // What fails here is told of where the room is shown.
  openAhead(house, room.name, path).catch(() => undefined)
}

async function openAhead({ queries, router }: House, name: RoomName, path: string): Promise<void> {
  const [session, { openRoomAhead }] = await Promise.all([
    queries.ensureQueryData(sessionQuery),
    import('../sync/open-room-ahead'),
  ])
  if (session.state !== 'signed-in') return
  const { workspaceId, id: personId } = session.me
  const giveUp = openRoomAhead(name, { workspaceId, personId })
  const stop = router.subscribe('onResolved', ({ toLocation }) => {
    if (toLocation.pathname === path) return
    stop()
    giveUp()
  })
}

/** Null at any other address. */
function roomAt(path: string): { kind: PageKind; name: RoomName } | null {
  const [, kind, id = ''] = /^\/(board|doc)s\/([^/]+)\/?$/.exec(path) ?? []
  if (kind !== 'board' && kind !== 'doc') return null
  const name = roomName(kind, id)
  return parseRoomName(name) && { kind, name }
}
