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
