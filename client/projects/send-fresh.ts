/** Tells the server of docs that were begun here, and sends what else only this device has. */
import { parseRoomName, type RoomName } from '@atelier/shared/sync/room-name'
import { requirePerson, requireRemembered } from '../access/require-person'
import { api, ask } from '../api/api'
import { asPerson } from '../api/as-person'
import { codeOf } from '../api/request-failed'
import type { CopyIdentity } from '../offline/device-databases'
import { type FreshRoom, listFresh, noteKnown } from '../offline/fresh-rooms'
import { tries } from '../offline/tries'
import { findUnstored } from '../sync/offline-copy'
import { openRoom, roomKey } from '../sync/open-room'
import { enterRoom, leaveRoom } from '../sync/room-clients'

/** Rejects as `Tries.sendAll` does; what it refuses for good waits no longer. */
export async function sendFresh(who: CopyIdentity): Promise<void> {
  const waiting = await listFresh(who)
  if (waiting.length > 0) await requirePerson(who)
  await tries.sendAll(
    waiting.map((fresh) => ({ ...fresh, id: fresh.room })),
    {
      lineOf: ({ room }) => room,
      send: async (fresh) => {
        requireRemembered(who)
        await tell(fresh, who).catch((error: unknown) => {
          if (!isFinal(error)) throw error
          // The room says so when it is opened, and hands back what was written in it.
          console.warn('A doc that was begun here could not be made.', error)
        })
        await noteKnown(who, fresh.room)
      },
    },
  )
}

async function tell({ room, projectId }: FreshRoom, { personId }: CopyIdentity): Promise<void> {
  const id = parseRoomName(room)?.id
  if (id === undefined) return
  const json = { id, title: '' }
  await ask(api.projects[':id'].docs.$post({ param: { id: projectId }, json }, asPerson(personId)))
}

const isFinal = (error: unknown) =>
  ['forbidden', 'not-found', 'invalid', 'conflict'].includes(codeOf(error))

/** Opens each room in which something waits, until it is stored. */
export async function sendUnstored(who: CopyIdentity): Promise<void> {
  for (const { room } of await findUnstored(who)) {
    const name = room as RoomName
    const key = roomKey(name, who)
    enterRoom(key, () => openRoom(name, who))
    leaveRoom(key)
  }
}
