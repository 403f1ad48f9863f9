import { mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import { type FileStore, keyOfPath, pathOfKey } from './file-store'

/** A folder of this machine, made when it is first needed: `<workspace>/<sha256>`. */
export function localFileStore(dir: string): FileStore {
  const pathOf = (key: Parameters<typeof pathOfKey>[0]) => join(dir, pathOfKey(key))
  return {
    async put(key, bytes) {
      const path = pathOf(key)
      if (await renew(path)) return
      await mkdir(dirname(path), { recursive: true })
      await writeWhole(path, bytes)
    },
    async open(key, range) {
      const file = await unlessMissing(open(pathOf(key)))
      return file && (Readable.toWeb(file.createReadStream(range)) as Bytes)
    },
    async drop(key) {
      await rm(pathOf(key), { force: true })
    },
    async *list() {
      for (const workspaceId of (await unlessMissing(readdir(dir))) ?? []) {
        for (const name of (await unlessMissing(readdir(join(dir, workspaceId)))) ?? []) {
          const key = keyOfPath(`${workspaceId}/${name}`)
          const found = key && (await unlessMissing(stat(pathOf(key))))
          if (key && found) yield { key, storedAt: found.mtime }
        }
      }
    },
  }
}

type Bytes = NodeStream<Uint8Array> & ReadableStream<Uint8Array>

/** Says whether it was there. */
async function renew(path: string): Promise<boolean> {
  const now = new Date()
  const renewed = utimes(path, now, now).then(() => true)
  return (await unlessMissing(renewed)) ?? false
}

/** Under its name there are all bytes or none, also after the power went. */
async function writeWhole(path: string, bytes: Uint8Array) {
  const draft = `${path}.${crypto.randomUUID()}.draft`
  try {
    await onDisk(draft, 'wx', (file) => file.writeFile(bytes))
    await rename(draft, path)
    await onDisk(dirname(path), 'r')
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

type FileHandle = Awaited<ReturnType<typeof open>>

async function onDisk(path: string, flags: string, work?: (file: FileHandle) => Promise<void>) {
  const file = await open(path, flags)
  try {
    await work?.(file)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function unlessMissing<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(String((error as NodeJS.ErrnoException).code))) return null
    throw error
  }
}
