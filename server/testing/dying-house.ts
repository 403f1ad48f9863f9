import { type RoomName, roomName } from '@atelier/shared/sync/room-name'
import type * as Y from 'yjs'
import type { Deps } from '../http/deps'

/** A node that ends when it writes on this board. */
export function dyingIn({ db, rooms }: Pick<Deps, 'db' | 'rooms'>, board: string) {
  const edit = (name: RoomName, change: (doc: Y.Doc) => void, by?: string) =>
    name === roomName('board', board)
      ? Promise.reject(new Error('killed'))
      : rooms.edit(name, change, by)
  return { db, rooms: { ...rooms, edit } }
}

/** A node that stands still before, or right after, it writes on this board the first time, while others do something. */
export function stalledIn(
  { db, rooms }: Pick<Deps, 'db' | 'rooms'>,
  { board, isAfter = false }: { board: string; isAfter?: boolean },
  meanwhile: () => Promise<unknown>,
) {
  let hasStood = false
  const edit = async (name: RoomName, change: (doc: Y.Doc) => void, by?: string) => {
    const stands = name === roomName('board', board) && !hasStood
    if (stands) hasStood = true
    if (stands && !isAfter) await meanwhile()
    await rooms.edit(name, change, by)
    if (stands && isAfter) await meanwhile()
  }
  return { db, rooms: { ...rooms, edit } }
}
