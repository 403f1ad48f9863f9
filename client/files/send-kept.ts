/** Sends files that wait in texts and on cards nobody has open here, and puts them there. */
import { attachStored } from '@atelier/shared/boards/attach-stored-edits'
import { docBody } from '@atelier/shared/docs/doc'
import { putFile } from '@atelier/shared/docs/put-file-edits'
import type { StoredFile } from '@atelier/shared/files/file'
import { parseRoomName, type RoomName } from '@atelier/shared/sync/room-name'
import type * as Y from 'yjs'
import { requirePerson, requireRemembered } from '../access/require-person'
import { RequestFailed } from '../api/request-failed'
import { sendFile } from '../api/send-file'
import { claimIfFree } from '../offline/alone'
import type { CopyIdentity } from '../offline/device-databases'
import { isFresh } from '../offline/fresh-rooms'
import {
  changeUpload,
  dropUpload,
  fileOf,
  type KeptUpload,
  listUploads,
  readUpload,
} from '../offline/kept-uploads'
import { type Tries, tries } from '../offline/tries'
import { whenWritten } from '../sync/device-copy'
import { openRoom, roomKey } from '../sync/open-room'
import type { RoomState } from '../sync/room'
import { enterRoom, leaveRoom, whenStored } from '../sync/room-clients'
import { fragmentById } from '../sync/text-names'
import { cardOfText } from './card-text'
import { keeperOf, uploadLock } from './upload-keeper'

/** For tests: how a file is sent, and a room written in. */
export type Ways = {
  /** Rejects where somebody else is signed in by now. */
  ask: (who: CopyIdentity) => Promise<void>
  send: (room: RoomName, file: File, who: CopyIdentity) => Promise<StoredFile>
  /** Null where it cannot be written in now; rejects where this person may not any more. */
  write: <T>(who: CopyIdentity, room: RoomName, write: (doc: Y.Doc) => T) => Promise<T | null>
}
type OnRefused = (upload: KeptUpload, error: unknown) => void

/**
 * Rejects as `Tries.sendAll` does. What the server refuses for good waits for somebody to say what is
 * to become of it, and `onRefused` hears of it. A suggestion's are sent from where they were added,
 * once somebody opens that.
 */
export async function sendKeptFiles(
  who: CopyIdentity,
  onRefused: OnRefused,
  ways: Ways = { ask: requirePerson, send, write },
  { sendAll }: Pick<Tries, 'sendAll'> = tries,
): Promise<void> {
  const waiting = await listUploads(who)
  if (waiting.length > 0) await ways.ask(who)
  await sendAll(waiting, {
    lineOf: ({ id }) => id,
    send: async ({ id, room }) => {
      requireRemembered(who)
      const keeper = keeperOf(id)
      if (keeper) keeper.onBack()
      else if (parseRoomName(room)?.kind !== 'suggestion') await sendOne(who, id, ways)
    },
    refuse: async (upload, refused, error) => {
      await changeUpload(who, upload.id, { refused })
      onRefused(upload, error)
    },
  })
}

async function sendOne(who: CopyIdentity, id: string, ways: Ways): Promise<void> {
  const release = await claimIfFree(uploadLock(who, id))
  if (!release) return
  try {
    const upload = await readUpload(who, id)
    if (!upload || upload.refused || (await isFresh(who, upload.room))) return
    await bringThere(who, upload, ways)
  } finally {
    release()
  }
}

async function bringThere(who: CopyIdentity, upload: KeptUpload, ways: Ways): Promise<void> {
  const { id, room, place } = upload
  const stored = upload.stored ?? (await ways.send(room, fileOf(upload), who))
  await changeUpload(who, id, { stored })
  const isPut = await ways.write(who, room, (doc) => {
    const card = cardOfText(upload.text)
    if (card !== null) return attachStored(doc, card, stored)
    const text = textIn(doc, upload)
    if (text) putFile(text, place, stored)
    return text !== null
  })
  if (isPut === null) return
  if (!isPut) throw new RequestFailed('not-found')
  if (!(await whenWritten(who, room))) await whenStored(room)
  await dropUpload(who, id)
}

/** Null when the card it was in is gone. */
function textIn(doc: Y.Doc, { room, text }: KeptUpload): Y.XmlFragment | null {
  if (parseRoomName(room)?.kind === 'doc') return docBody(doc)
  return fragmentById(doc, text)
}

const send: Ways['send'] = (room, file, { personId }) => {
  const how = { onShare: () => undefined, signal: new AbortController().signal, personId }
  return sendFile(parseRoomName(room)?.id ?? '', file, how)
}

const write: Ways['write'] = async (who, room, work) => {
  const key = roomKey(room, who)
  const client = enterRoom(key, () => openRoom(room, who), { unseen: true })
  try {
    const doc = await new Promise<Y.Doc | null>((resolve, reject) => {
      const look = () => {
        const state = client.getState()
        if (state.kind === 'opening') return
        stop()
        if (isLost(state)) reject(new RequestFailed('forbidden'))
        else resolve(state.kind === 'open' && state.room.access === 'write' ? state.room.doc : null)
      }
      const stop = client.shown.subscribe(look)
      look()
    })
    return doc && work(doc)
  } finally {
    leaveRoom(key, { unseen: true })
  }
}

/** By what the server says now, not by what this device remembers. */
const isLost = (state: RoomState): boolean =>
  state.kind === 'open'
    ? state.saving.read().kind === 'reading'
    : state.kind === 'closed' && state.reason === 'noAccess'
