import type { CopyIdentity } from '../offline/device-databases'
import { findUnstored } from './offline-copy'
import { openRoomClients } from './room-clients'

/** Rooms with changes of this person that only this device has; signing out would lose them. */
export async function unstoredRooms(who: CopyIdentity): Promise<{ room: string; title: string }[]> {
  const titles = new Map((await findUnstored(who)).map(({ room, title }) => [room, title]))
  for (const { name, unstored, title } of openRoomClients()) {
    // An open room knows better than its copy.
    if (unstored) titles.set(name, title)
    else titles.delete(name)
  }
  return [...titles].map(([room, title]) => ({ room, title }))
}
