/** Sends files that wait in docs nobody has open here, and puts them there. */
import { docBody } from '@atelier/shared/docs/doc'
import { putFile } from '@atelier/shared/docs/put-file-edits'
import { parseRoomName } from '@atelier/shared/sync/room-name'
import type * as Y from 'yjs'
import { sendFile } from '../api/send-file'
import { claimIfFree } from '../offline/alone'
import type { CopyIdentity } from '../offline/device-databases'
import { isFresh } from '../offline/fresh-rooms'
import {
  changeUpload,
  dropUpload,
  fileOf,
  finalRefusal,
  type KeptUpload,
  listUploads,
  readUpload,
} from '../offline/kept-uploads'
import { whenWritten } from '../sync/offline-copy'
import { openRoom, roomKey } from '../sync/open-room'
import { enterRoom, leaveRoom } from '../sync/room-clients'
import { keeperOf, uploadLock } from './upload-keeper'

/**
 * Rejects with `unreachable` while the server is away. What it refuses for good waits for somebody to
 * say what is to become of it, and `onRefused` hears of it. A suggestion's and a card's are sent from
 * where they were added, once somebody opens that.
 */
export async function sendKeptFiles(
  who: CopyIdentity,
  onRefused: (upload: KeptUpload, error: unknown) => void,
): Promise<void> {
  for (const upload of await listUploads(who)) {
    const keeper = keeperOf(upload.id)
    if (keeper) keeper.onBack()
    else if (upload.text === 'body' && parseRoomName(upload.room)?.kind === 'doc') {
      await sendOne(who, upload.id, onRefused)
    }
  }
}

async function sendOne(
  who: CopyIdentity,
  id: string,
  onRefused: (upload: KeptUpload, error: unknown) => void,
): Promise<void> {
  const release = await claimIfFree(uploadLock(who, id))
  if (!release) return
  try {
    const upload = await readUpload(who, id)
    if (!upload || upload.refused || (await isFresh(who, upload.room))) return
    try {
      await bringThere(who, upload)
    } catch (error) {
      const refused = finalRefusal(error)
      if (!refused) throw error
      await changeUpload(who, id, { refused })
      onRefused(upload, error)
    }
  } finally {
    release()
  }
}

async function bringThere(who: CopyIdentity, upload: KeptUpload): Promise<void> {
  const { id, room, place } = upload
  const how = { id, onShare: () => undefined, signal: new AbortController().signal }
  const stored =
    upload.stored ?? (await sendFile(parseRoomName(room)?.id ?? '', fileOf(upload), how))
  await changeUpload(who, id, { stored })
  if (!(await writeInto(who, upload, (doc) => putFile(docBody(doc), place, stored)))) return
  await whenWritten(who, room)
  await dropUpload(who, id)
}

/** False where it cannot be written in now. */
async function writeInto(
  who: CopyIdentity,
  { room }: KeptUpload,
  write: (doc: Y.Doc) => void,
): Promise<boolean> {
  const key = roomKey(room, who)
  const client = enterRoom(key, () => openRoom(room, who), { unseen: true })
  try {
    const doc = await new Promise<Y.Doc | null>((resolve) => {
      const look = () => {
        const state = client.getState()
        if (state.kind === 'opening') return
        stop()
        resolve(state.kind === 'open' && state.room.access === 'write' ? state.room.doc : null)
      }
      const stop = client.shown.subscribe(look)
      look()
    })
    if (doc) write(doc)
    return doc !== null
  } finally {
    leaveRoom(key, { unseen: true })
  }
}
