/** The port to where the bytes of files lie. Who may read them is not its business. */

/** Never made of anything people send but the bytes themselves. Equal keys mean equal bytes. */
export type FileKey = { workspaceId: string; sha256: string }

/** In bytes from 0, both ends among them. */
export type ByteRange = { start: number; end: number }

export type FileStore = {
  /** Once it resolves they outlive a crash. Bytes that are there already become new again. */
  put(key: FileKey, bytes: Uint8Array): Promise<void>
  /** Null where nothing lies. */
  open(key: FileKey, range?: ByteRange): Promise<ReadableStream<Uint8Array> | null>
  /** Also where nothing lies. */
  drop(key: FileKey): Promise<void>
  /** All there is. `storedAt` is when it was last put. */
  list(): AsyncIterable<{ key: FileKey; storedAt: Date }>
}

const path = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/([0-9a-f]{64})$/

/** Throws for what is no key, so that no mistake elsewhere becomes a way out of the folder. */
export function pathOfKey({ workspaceId, sha256 }: FileKey): string {
  const made = `${workspaceId}/${sha256}`
  if (!path.test(made)) throw new Error('This is no key of a stored file.')
  return made
}

/** Null for what was put there by somebody else. */
export function keyOfPath(found: string): FileKey | null {
  const [, workspaceId, sha256] = path.exec(found) ?? []
  return workspaceId && sha256 ? { workspaceId, sha256 } : null
}
