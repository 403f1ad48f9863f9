/**
 * Files that somebody put into a text and the server does not have yet: kept on this device until
 * they stand in the text, so that neither a reload nor a week without a network loses one.
 */
import type { StoredFile } from '@atelier/shared/files/file'
import type { RefusalDetails } from '@atelier/shared/refusals'
import type { RoomName } from '@atelier/shared/sync/room-name'
import { type FailureCode, RequestFailed } from '../api/request-failed'
import type { CopyIdentity } from './device-databases'
import { inStore } from './device-store'

export type KeptUpload = {
  id: string
  /** Where it is sent to, and which of the room's texts it waits in. */
  room: RoomName
  text: string
  /** The room whose page shows that text: of a suggestion its doc. */
  page: RoomName
  name: string
  type: string
  bytes: Blob
  /** Its place in the text, as Yjs writes one; null is the end. */
  place: Uint8Array | null
  /** In this order, where several wait in one place. */
  nth: number
  /** The server has it; what is left is to put it into the text. */
  stored: StoredFile | null
  /** Why the server will not take it, however often it is asked. */
  refused: { code: FailureCode; details: RefusalDetails } | null
}

/** What is left of one that was ended here, so that no tab takes it for lost. */
type Ended = { id: string; endedAt: number }
type Row = KeptUpload | Ended
const isEnded = (row: Row): row is Ended => 'endedAt' in row
const isWaiting = (row: Row): row is KeptUpload => !isEnded(row)

/** Longer than any tab sleeps on a device that lies in a drawer: it would take it for lost, and send it again. */
const endedStaysMs = 90 * 24 * 60 * 60_000

export async function keepUpload(who: CopyIdentity, upload: KeptUpload): Promise<void> {
  await inStore(who, 'uploads', 'readwrite', (uploads) => uploads.put(upload, upload.id))
}

export async function readUpload(who: CopyIdentity, id: string): Promise<KeptUpload | undefined> {
  const row = await readRow(who, id)
  return row && !isEnded(row) ? row : undefined
}

/** Put into its text or taken out of it, by whichever tab; false where this device has lost it. */
export async function wasEnded(who: CopyIdentity, id: string): Promise<boolean> {
  const row = await readRow(who, id)
  return row !== undefined && isEnded(row)
}

const readRow = (who: CopyIdentity, id: string): Promise<Row | undefined> =>
  inStore(who, 'uploads', 'readonly', (uploads) => uploads.get(id) as IDBRequest<Row | undefined>)

/** In the order in which they were added. */
export async function listUploads(who: CopyIdentity): Promise<KeptUpload[]> {
  const read = (uploads: IDBObjectStore) => uploads.getAll() as IDBRequest<Row[]>
  const all = (await inStore(who, 'uploads', 'readonly', read)) ?? []
  return all.filter(isWaiting).sort((a, b) => a.nth - b.nth)
}

/** Nothing, once it was dropped: nobody brings back what somebody took out. */
export async function changeUpload(
  who: CopyIdentity,
  id: string,
  change: Partial<KeptUpload>,
): Promise<void> {
  await inStore(who, 'uploads', 'readwrite', (uploads) => {
    const read = uploads.get(id) as IDBRequest<Row | undefined>
    read.addEventListener('success', () => {
      if (read.result && !isEnded(read.result)) uploads.put({ ...read.result, ...change }, id)
    })
    return read
  })
}

/** A mark stays for a while. */
export async function dropUpload(who: CopyIdentity, id: string): Promise<void> {
  const now = Date.now()
  await inStore(who, 'uploads', 'readwrite', (uploads) => {
    const all = uploads.getAll() as IDBRequest<Row[]>
    all.addEventListener('success', () => {
      const swept = all.result.filter((row) => isEnded(row) && now - row.endedAt > endedStaysMs)
      for (const { id } of swept) uploads.delete(id)
    })
    uploads.put({ id, endedAt: now } satisfies Ended, id)
    return all
  })
}

export const fileOf = ({ bytes, name, type }: KeptUpload): File => new File([bytes], name, { type })

const passing: FailureCode[] = ['unreachable', 'unavailable', 'signed-out', 'too-many', 'bug']

/** What is to be kept of a failure that asking again will not mend; null for any other. */
export function finalRefusal(error: unknown): KeptUpload['refused'] {
  if (!(error instanceof RequestFailed)) return null
  // Where no time is told after which there is room again, it is a limit, and no waiting mends it.
  const isFull = error.code === 'too-many' && error.details.retryAfterSeconds === undefined
  if (passing.includes(error.code) && !isFull) return null
  return { code: error.code, details: error.details }
}

export const refusalOf = ({ refused }: KeptUpload): RequestFailed | null =>
  refused && new RequestFailed(refused.code, refused.details)
