/** Brings the pictures and files that pinned rooms show onto this device, as far as there is room. */

import type { RoomName } from '@atelier/shared/sync/room-name'
import { fetchFile } from '../api/fetch-file'
import { type CopyIdentity, databaseName } from '../offline/device-databases'
import {
  dropFile,
  type KeptFile,
  keepFile,
  keptFilesLimit,
  listKeptFiles,
} from '../offline/kept-files'
import { reportKeeping } from '../offline/kept-records'
import { isRemembered } from '../offline/remembered-who'
import { namedFiles } from '../sync/named-files'
import { openOfflineCopy } from '../sync/offline-copy'
import { squashUpdates } from '../sync/squash-updates'
import { UntakenFiles } from './untaken-files'

/** Ids in a text are whatever somebody wrote: no made-up ones make devices ask a server without end. */
const filesPerRoom = 500
const askedPerRun = 1_000

export type FilesTaken = {
  /** How many there was no room for. */
  leftOut: number
}

/** For tests: what the server has, and how much this device keeps. */
export type FileSource = { fetch: typeof fetchFile; limit: number }
const server: FileSource = { fetch: fetchFile, limit: keptFilesLimit }

/**
 * `shown` are all that are wanted, by the room each is shown in, those first that matter most; any
 * other goes. What was asked for in vain is not asked for again for a day. Rejects with `unreachable`
 * while the server is away, and where it wants to hear no more: what is here by then stays.
 */
export async function takeFiles(
  who: CopyIdentity,
  shown: ReadonlyMap<string, RoomName>,
  { fetch, limit }: FileSource = server,
): Promise<FilesTaken> {
  const kept = await letGo(who, shown)
  const untaken = await UntakenFiles.read(who)
  const here = new Set(kept.map(({ id }) => id))
  let free = limit - kept.reduce((sum, { bytes }) => sum + bytes.size, 0)
  let asked = 0
  const get = async (id: string) => {
    const before = untaken.why(id, free) ?? (free <= 0 ? 'too-large' : null)
    if (before) return before
    if (++asked > askedPerRun) return 'later'
    const answer = await fetch(id, free)
    if (typeof answer === 'string') untaken.note(id, answer, free)
    return answer
  }
  let leftOut = 0
  try {
    for (const [id, room] of shown) {
      if (here.has(id)) continue
      const bytes = await get(id)
      if (bytes === 'gone' || bytes === 'later') continue
      if (bytes !== 'too-large' && (await isKept(who, { id, room, bytes }))) free -= bytes.size
      else leftOut++
    }
  } finally {
    await untaken.keep(shown)
  }
  return { leftOut }
}

/** By the room's copy on this device: the first of them, for anybody who writes there can name any number. */
export async function filesShownIn(who: CopyIdentity, room: RoomName): Promise<string[]> {
  const copy = await openOfflineCopy(databaseName(who, room), squashUpdates)
  try {
    return namedFiles((await copy.load()).updates).slice(0, filesPerRoom)
  } finally {
    copy.close()
  }
}

async function letGo(who: CopyIdentity, shown: ReadonlyMap<string, RoomName>): Promise<KeptFile[]> {
  const all = await listKeptFiles(who)
  for (const { id } of all) if (!shown.has(id)) await dropFile(who, id)
  return all.filter(({ id }) => shown.has(id))
}

/** False where this device is full before we are, or they have signed out meanwhile. */
async function isKept(who: CopyIdentity, file: KeptFile): Promise<boolean> {
  if (!isRemembered(who)) return false
  return keepFile(who, file).then(
    () => true,
    (error: unknown) => {
      reportKeeping(error)
      return false
    },
  )
}
