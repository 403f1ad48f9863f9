import { isInJournal, parseRoomName, type RoomName } from '@atelier/shared/sync/room-name'
import { isStillGuest, isStillSignedIn } from '../access/session'
import { RoadSocket } from '../api/road'
import { type CopyIdentity, databaseName } from '../offline/device-databases'
import { isFresh, whenKnown } from '../offline/fresh-rooms'
import { reportKeeping } from '../offline/kept-records'
import { openOfflineCopy } from './offline-copy'
import { RoomClient } from './room-client'
import type { RoomParts } from './room-parts'
import { squashUpdates } from './squash-updates'

/** `isKept`: whether this device keeps a copy. */
export type Keeping = { isKept?: boolean }

/** A room in this browser; `who` is null where nothing may be kept on this device. */
export const openRoom = (
  name: RoomName,
  who: CopyIdentity | null,
  { isKept = isKeptUnasked(name) }: Keeping = {},
): RoomClient => new RoomClient(name, browserParts(name, who, isKept))

/** A journal is on no device whose owner has not asked for it there. */
const isKeptUnasked = (name: RoomName): boolean => !isInJournal(parseRoomName(name)?.kind)

/** Names a room and whose it is: what `enterRoom` knows it by. */
export const roomKey = (name: RoomName, who: CopyIdentity | null): string =>
  who ? databaseName(who, name) : name

function browserParts(name: RoomName, who: CopyIdentity | null, isKept: boolean): RoomParts {
  const { protocol, host } = window.location
  const personId = who?.personId ?? null
  return {
    url: `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/ws/rooms`,
    Socket: RoadSocket as unknown as typeof WebSocket,
    random: Math.random,
    now: Date.now,
    personId,
    stillSignedIn: async () =>
      who?.guestOf ? isStillGuest(who.guestOf) : personId !== null && isStillSignedIn(personId),
    workshopId: who?.guestOf ?? null,
    openCopy:
      who && isKept
        ? (onErased) => openOfflineCopy(databaseName(who, name), squashUpdates, onErased)
        : null,
    ...(who && {
      whileFresh: async () =>
        (await isFresh(who, name).catch(reportKeeping)) ? { known: whenKnown(who, name) } : null,
    }),
    reportCopyError: (error) => console.error('This device keeps no copy of the room.', error),
  }
}
