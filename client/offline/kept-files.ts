/** Pictures and files of pinned projects on this device, of one person, for when the server cannot be reached. */
import type { RoomName } from '@atelier/shared/sync/room-name'
import type { CopyIdentity } from './device-databases'
import { inStore } from './device-store'

/** How much of them a device keeps for one person. */
export const keptFilesLimitMb = 200
export const keptFilesLimit = keptFilesLimitMb * 1024 * 1024

export type KeptFile = { id: string; room: RoomName; bytes: Blob }

export async function keepFile(who: CopyIdentity, file: KeptFile): Promise<void> {
  await inStore(who, 'files', 'readwrite', (files) => files.put(file, file.id))
}

export const readKeptFile = (who: CopyIdentity, id: string): Promise<KeptFile | undefined> =>
  inStore(who, 'files', 'readonly', (files) => files.get(id) as IDBRequest<KeptFile>)

export const listKeptFiles = async (who: CopyIdentity): Promise<KeptFile[]> =>
  (await inStore(who, 'files', 'readonly', (files) => files.getAll() as IDBRequest<KeptFile[]>)) ??
  []

export async function dropFile(who: CopyIdentity, id: string): Promise<void> {
  await inStore(who, 'files', 'readwrite', (files) => files.delete(id))
}
