/** Brings the rooms of a pinned project onto this device, without joining them. */
import type { ProjectPage, RoomPage } from '@atelier/shared/projects/project'
import type { PresentPerson } from '@atelier/shared/sync/messages'
import { type PageKind, type RoomName, roomName } from '@atelier/shared/sync/room-name'
import { api, askBytes } from '../api/api'
import { type CopyIdentity, databaseName } from '../offline/device-databases'
import { changeRecord, readRecord } from '../offline/kept-records'
import { eraseUnlessOwed, openOfflineCopy } from '../sync/offline-copy'
import { openRoomClients } from '../sync/room-clients'
import { squashUpdates } from '../sync/squash-updates'
import { keepRoomPage } from './project-records'

/** Whoever takes along, and as whom a room knows them. */
export type Traveller = { who: CopyIdentity; me: PresentPerson }

export type Wanted = { kind: PageKind; id: string; changedAt: string }

/** Of each room that was brought, when it had changed last. */
type Taken = Record<string, string>

export const wantedOf = ({ docs, boards }: ProjectPage): Wanted[] => [
  ...docs.map(({ id, changedAt }) => ({ kind: 'doc' as const, id, changedAt })),
  ...boards.map(({ id, changedAt }) => ({ kind: 'board' as const, id, changedAt })),
]

/**
 * Brings what has changed, and lets go of what this person may not see any more. Rooms that are open
 * look after themselves.
 */
export async function takeAlong(
  projectId: string,
  wanted: readonly Wanted[],
  traveller: Traveller,
): Promise<void> {
  const { who } = traveller
  const mark = ['taken', projectId]
  const taken = (await readRecord<Taken>(who, mark)) ?? {}
  const note = (room: RoomName, changedAt?: string) =>
    changeRecord<Taken>(who, mark, (before = {}) => {
      const { [room]: _, ...others } = before
      return changedAt === undefined ? others : { ...others, [room]: changedAt }
    })
  const names = new Set(wanted.map(({ kind, id }) => roomName(kind, id)))
  for (const room of Object.keys(taken) as RoomName[]) {
    if (names.has(room) || isOpen(room)) continue
    if (await eraseUnlessOwed(who, room)) await note(room)
  }
  for (const one of wanted) {
    const room = roomName(one.kind, one.id)
    if (taken[room] === one.changedAt || isOpen(room)) continue
    await bring(one, room, traveller)
    await note(room, one.changedAt)
  }
}

const isOpen = (room: RoomName) => openRoomClients().some((client) => client.name === room)

async function bring({ kind, id }: Wanted, room: RoomName, { who, me }: Traveller): Promise<void> {
  const { access, title }: RoomPage = await keepRoomPage(kind, id)
  const route = kind === 'doc' ? api.docs[':id'].content : api.boards[':id'].content
  const update = await askBytes(route.$get({ param: { id } }))
  const copy = await openOfflineCopy(databaseName(who, room), squashUpdates)
  try {
    const welcome = { access, reload: false, me }
    await copy.take(update, { welcome, unstored: 0, owedFrom: [], refused: null, title })
  } finally {
    copy.close()
  }
}
