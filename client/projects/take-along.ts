/** Brings the rooms of a pinned project onto this device, without joining them. */
import type { ProjectPage, RoomPage } from '@atelier/shared/projects/project'
import type { PresentPerson } from '@atelier/shared/sync/messages'
import { type PageKind, roomName } from '@atelier/shared/sync/room-name'
import { api, askBytes } from '../api/api'
import { type CopyIdentity, databaseName } from '../offline/device-databases'
import { keepRecord, readRecord } from '../offline/kept-records'
import { openOfflineCopy } from '../sync/offline-copy'
import { openRoomClients } from '../sync/room-clients'
import { squashUpdates } from '../sync/squash-updates'
import { keepRoomPage } from './project-records'

/** Whoever takes along, and as whom a room knows them. */
export type Traveller = { who: CopyIdentity; me: PresentPerson }

type Wanted = { kind: PageKind; id: string; changedAt: string }

/** Only what has changed since it was last brought; rooms that are open look after themselves. */
export async function takeAlong(project: ProjectPage, traveller: Traveller): Promise<void> {
  const wanted: Wanted[] = [
    ...project.docs.map((doc) => ({ kind: 'doc' as const, ...doc })),
    ...project.boards.map((board) => ({ kind: 'board' as const, ...board })),
  ]
  for (const one of wanted) await takeOne(one, traveller)
}

async function takeOne({ kind, id, changedAt }: Wanted, { who, me }: Traveller): Promise<void> {
  const name = roomName(kind, id)
  const mark = ['taken', name]
  if (openRoomClients().some((client) => client.name === name)) return
  if ((await readRecord<string>(who, mark)) === changedAt) return
  const page = await keepRoomPage(kind, id)
  const route = kind === 'doc' ? api.docs[':id'].content : api.boards[':id'].content
  const update = await askBytes(route.$get({ param: { id } }))
  await keepTaken({ who, me }, page, name, update)
  await keepRecord(who, mark, changedAt)
}

async function keepTaken(
  { who, me }: Traveller,
  { access, title }: RoomPage,
  name: string,
  update: Uint8Array,
): Promise<void> {
  const copy = await openOfflineCopy(databaseName(who, name), squashUpdates)
  try {
    const welcome = { access, reload: false, me }
    await copy.take(update, { welcome, unstored: 0, owedFrom: [], refused: null, title })
  } finally {
    copy.close()
  }
}
