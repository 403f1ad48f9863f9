/** Tells the server of docs and boards that were begun here, and sends what else only this device has. */
import { parseRoomName, type RoomName } from '@atelier/shared/sync/room-name'
import { requirePerson, requireRemembered } from '../access/require-person'
import { api, ask } from '../api/api'
import { asPerson } from '../api/as-person'
import { codeOf } from '../api/request-failed'
import type { CopyIdentity } from '../offline/device-databases'
import { type FreshRoom, listFresh, noteKnown } from '../offline/fresh-rooms'
import { isJournalKept } from '../offline/journal-kept'
import { tries } from '../offline/tries'
import { findUnstored } from '../sync/offline-copy'
import { openRoom, roomKey } from '../sync/open-room'
import { enterRoom, leaveRoom, openRoomClients } from '../sync/room-clients'

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
  const { kind, id } = parseRoomName(room) ?? {}
  if (id === undefined) return
  const param = { id: projectId }
  const json = { id, title: '' }
  const { docs, boards } = api.projects[':id']
  if (kind !== 'board') await ask(docs.$post({ param, json }, asPerson(personId)))
  // Its columns are in the room, which is sent as any other.
  else await ask(boards.$post({ param, json: { ...json, columns: [] } }, asPerson(personId)))
}

const isFinal = (error: unknown) =>
  ['forbidden', 'not-found', 'invalid', 'conflict'].includes(codeOf(error))

type HandedBack = { title: string; text: string }

/**
 * Opens each room in which something waits, until it is stored; what the server will not take is
 * handed back. A room that is open takes over what other tabs have left in it.
 */
export async function sendUnstored(
  who: CopyIdentity,
  onHandedBack: (words: HandedBack) => void,
): Promise<void> {
  for (const { room, title, tabs } of await findUnstored(who)) {
    const open = openRoomClients().find(({ name }) => name === room)
    if (!open) sendFrom(who, room as RoomName, (text) => onHandedBack({ title, text }))
    else if (tabs.some((tab) => tab !== open.tab)) await open.takeOver()
  }
}

/** Of a journal only while its owner wants it here: nothing is put back that was erased a moment ago. */
const mayKeep = (who: CopyIdentity, name: RoomName): boolean =>
  parseRoomName(name)?.kind !== 'section' || isJournalKept(who)

function sendFrom(who: CopyIdentity, name: RoomName, handBack: (text: string) => void): void {
  const key = roomKey(name, who)
  const visit = { unseen: true }
  const client = enterRoom(key, () => openRoom(name, who, { isKept: mayKeep(who, name) }), visit)
  let isHeld = true
  const look = () => {
    const state = client.getState()
    // Before its copy is read, nobody knows that something in it is unstored.
    if (state.kind === 'opening') return
    if (state.refused?.text) {
      stop()
      handBack(state.refused.text)
    }
    if (isHeld) leaveRoom(key, visit)
    isHeld = false
  }
  const stop = client.shown.subscribe(look)
  look()
}
