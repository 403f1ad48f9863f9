/** From bytes to a file of a room, and back to bytes. Rights are asked before. */
import { createHash } from 'node:crypto'
import { refuse } from '@atelier/shared/refusals'
import type { Queryable } from '../db/database'
import type { Deps } from '../http/deps'
import type { ByteRange } from '../storage/file-store'
import { takesFile } from '../storage/file-types'
import { readFileName } from './file-name'
import { type FileRow, insertFile, type NewFile } from './file-queries'
import { readPicture } from './picture'
import { mimeOf } from './sniff'

type FileDeps = Pick<Deps, 'files' | 'log'>
type KeepDeps = FileDeps & Pick<Deps, 'fileTypes'>

/** The problem of a file of a kind that is not taken. */
export const notTaken = 'not-taken'

export type SentFile = { workspaceId: string; name: string; bytes: Uint8Array }
/** Whose bytes are safely stored, and which only lacks its row. */
export type KeptFile = Omit<NewFile, 'roomId' | 'createdBy'>

/**
 * Stores what was sent, as a picture where it can safely be shown as one, as a mere file otherwise.
 * Refuses what is empty, or of a kind that is not taken. Without a row within a week it is cleared away.
 * @public for imports
 */
export async function keepFile(deps: KeepDeps, sent: SentFile): Promise<KeptFile> {
  if (sent.bytes.length === 0) refuse('invalid', { fields: [{ field: 'file', problem: 'empty' }] })
  const { workspaceId } = sent
  const mime = await mimeOf(sent.bytes)
  const name = readFileName(sent.name)
  if (!takesFile(deps.fileTypes, { mime, name })) {
    refuse('invalid', { fields: [{ field: 'file', problem: notTaken }] })
  }
  const picture = await readPicture(sent.bytes, mime)
  const bytes = picture?.bytes ?? sent.bytes
  const keep = (part: Uint8Array) => putBytes(deps, workspaceId, part)
  return {
    workspaceId,
    name,
    mime: picture?.mime ?? mime,
    size: bytes.length,
    sha256: await keep(bytes),
    width: picture?.width ?? null,
    height: picture?.height ?? null,
    thumbnailSha256: picture?.thumbnail ? await keep(picture.thumbnail) : null,
  }
}

export async function storeFile(
  deps: KeepDeps & { db: Queryable },
  { roomId, personId, ...sent }: SentFile & { roomId: string; personId: string },
): Promise<FileRow> {
  const kept = await keepFile(deps, sent)
  return insertFile(deps.db, { ...kept, roomId, createdBy: personId })
}

export const openFile = (deps: FileDeps, row: FileRow, range?: ByteRange) =>
  openBytes(deps, row, range)

/** Of a picture, small; the picture itself where that is small enough. */
export const openThumbnail = (deps: FileDeps, row: FileRow) =>
  openBytes(deps, { ...row, sha256: row.thumbnailSha256 ?? row.sha256 })

async function putBytes({ files, log }: FileDeps, workspaceId: string, bytes: Uint8Array) {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await orUnavailable(log, files.put({ workspaceId, sha256 }, bytes))
  return sha256
}

async function openBytes(
  { files, log }: FileDeps,
  { id, workspaceId, sha256 }: Pick<FileRow, 'id' | 'workspaceId' | 'sha256'>,
  range?: ByteRange,
): Promise<ReadableStream<Uint8Array>> {
  const bytes = await orUnavailable(log, files.open({ workspaceId, sha256 }, range))
  if (bytes) return bytes
  log.error({ file: id }, 'the bytes of a file are missing in the file store')
  return refuse('not-found')
}

/** A full disk or a store that is away: nobody did anything wrong. */
async function orUnavailable<T>(log: Deps['log'], work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (err) {
    log.error({ err }, 'the file store failed')
    return refuse('unavailable')
  }
}
