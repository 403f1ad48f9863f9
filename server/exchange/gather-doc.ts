/** All of a doc that goes into a file: what its room says now, its files, and what people are called. */
import { buffer } from 'node:stream/consumers'
import type { Actor } from '@atelier/shared/access/can'
import { filesIn } from '@atelier/shared/docs/files-in'
import type { ReadDoc } from '@atelier/shared/docs/read-body'
import { Refusal, refuse } from '@atelier/shared/refusals'
import { roomName } from '@atelier/shared/sync/room-name'
import { type FileRow, filesOf } from '../files/file-queries'
import { openFile } from '../files/store-file'
import type { Deps } from '../http/deps'
import { readablePeople } from '../people/person-queries'
import type { CarriedFile } from './jobs'
import { peopleIn } from './settle-body'

/** All files of one doc together, in bytes. */
const carriedBytes = 150 * 1024 * 1024

/** The update that makes the doc as it is now. */
export const readRoom = ({ rooms }: Pick<Deps, 'rooms'>, docId: string): Promise<Uint8Array> =>
  rooms.read(roomName('doc', docId))

/** Names by id, of those the actor may read. */
export const namesIn = (deps: Deps, actor: Actor, { body }: ReadDoc) =>
  namesOf(deps, actor, peopleIn(body))

export async function namesOf(
  deps: Deps,
  actor: Actor,
  ids: readonly string[],
): Promise<Record<string, string>> {
  const people = await readablePeople(deps.db, actor, ids)
  return Object.fromEntries(people.map(({ id, name }) => [id, name]))
}

/** The rows of the files a doc shows: only of its own, whatever its text names. */
async function rowsOfFiles(deps: Deps, docId: string, { body }: ReadDoc): Promise<FileRow[]> {
  const rows = new Map((await filesOf(deps.db, docId)).map((row) => [row.id, row]))
  return filesIn(body).flatMap((id) => rows.get(id) ?? [])
}

/** Null where its bytes are gone: one lost file must not keep all the rest from going out. */
export async function openKeptFile(deps: Deps, row: FileRow) {
  try {
    return await openFile(deps, row)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not-found') return null
    throw error
  }
}

export async function carriedFiles(
  deps: Deps,
  docId: string,
  doc: ReadDoc,
): Promise<CarriedFile[]> {
  const rows = await rowsOfFiles(deps, docId, doc)
  if (rows.reduce((sum, { size }) => sum + size, 0) > carriedBytes) refuse('too-large')
  const files: CarriedFile[] = []
  for (const row of rows) {
    const { id, name, mime, width } = row
    const stored = await openKeptFile(deps, row)
    // The text says where it would be, as it does where a file is too far away.
    if (!stored) continue
    files.push({
      id,
      name,
      mime,
      bytes: new Uint8Array(await buffer(stored)),
      isPicture: width !== null,
    })
  }
  return files
}
