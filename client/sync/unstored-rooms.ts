import { parseRoomName, roomName } from '@atelier/shared/sync/room-name'
import type { CopyIdentity } from '../offline/device-databases'
import { listKeptComments } from '../offline/kept-comments'
import { listUploads } from '../offline/kept-uploads'
import { listKeptWishes } from '../offline/kept-wishes'
import { findUnstored, keptTitle } from './offline-copy'
import { openRoomClients } from './room-clients'

/** Rooms with changes, files, comments or wishes of this person that only this device has; signing out would lose them. */
export async function unstoredRooms(who: CopyIdentity): Promise<{ room: string; title: string }[]> {
  const found = await findUnstored(who)
  const titles = new Map<string, string>()
  // An open room knows better than its own note, and nothing of those of other tabs.
  const settled = new Set(openRoomClients().map(({ tab, owes }) => (owes ? null : tab)))
  for (const { room, title, tabs } of found) {
    if (tabs.some((tab) => !settled.has(tab))) titles.set(room, title)
  }
  for (const { name, unstored, title } of openRoomClients()) {
    if (unstored) titles.set(name, title)
  }
  for (const room of await roomsWaitedFor(who)) {
    if (!titles.has(room)) titles.set(room, await keptTitle(who, room))
  }
  return [...titles].map(([room, title]) => ({ room, title }))
}

/** Those of them in which somebody writes their journal. */
export const unstoredSections = async (who: CopyIdentity): Promise<string[]> =>
  (await unstoredRooms(who)).flatMap(({ room }) =>
    parseRoomName(room)?.kind === 'section' ? [room] : [],
  )

async function roomsWaitedFor(who: CopyIdentity): Promise<string[]> {
  const [files, comments, wishes] = await Promise.all([
    listUploads(who),
    listKeptComments(who),
    listKeptWishes(who),
  ])
  const spoken = comments.map(({ docId, cardId }) =>
    roomName(cardId === undefined ? 'doc' : 'board', docId),
  )
  const boards = wishes.map(({ boardId }) => roomName('board', boardId))
  return [...files.map(({ room }) => room), ...spoken, ...boards]
}
