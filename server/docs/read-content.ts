import { readDocFrom } from '@atelier/shared/docs/new-doc'
import type { ReadDoc } from '@atelier/shared/docs/read-body'
import { roomName } from '@atelier/shared/sync/room-name'
import type { Deps } from '../http/deps'

/** What a doc says now. Rights are the caller's business. */
export const readContent = async (
  { rooms }: Pick<Deps, 'rooms'>,
  docId: string,
): Promise<ReadDoc> => readDocFrom(await rooms.read(roomName('doc', docId)))
