import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fileStoreContract } from './file-store-contract'
import { localFileStore } from './local-file-store'

fileStoreContract('a folder', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'atelier-files-'))
  return {
    store: localFileStore(join(dir, 'files')),
    close: () => rm(dir, { recursive: true }),
  }
})

const workspaceId = '11111111-1111-4111-8111-111111111111'
const key = { workspaceId, sha256: 'a'.repeat(64) }
let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'atelier-files-'))
})
afterEach(() => rm(dir, { recursive: true }))

const listed = async () => {
  const found = []
  for await (const entry of localFileStore(dir).list()) found.push(entry)
  return found
}

test('what a crash left half written is no file', async () => {
  await mkdir(join(dir, workspaceId))
  await writeFile(join(dir, workspaceId, `${key.sha256}.123.draft`), 'half')
  await writeFile(join(dir, 'a note of the person who runs this'), 'hello')
  expect(await listed()).toEqual([])
  expect(await localFileStore(dir).open(key)).toBeNull()
})

test('a write that fails leaves nothing behind, and says so', async () => {
  // A folder in its place cannot be written over.
  await mkdir(join(dir, workspaceId, key.sha256, 'x'), { recursive: true })
  await rm(join(dir, workspaceId), { recursive: true })
  await writeFile(join(dir, workspaceId), 'no folder')
  await expect(localFileStore(dir).put(key, new Uint8Array(3))).rejects.toThrow()
  expect(await readdir(dir)).toEqual([workspaceId])
})

test('bytes put again are as new, so that nobody clears them away meanwhile', async () => {
  const store = localFileStore(dir)
  await store.put(key, new Uint8Array([1]))
  const longAgo = new Date('2020-01-01')
  await utimes(join(dir, workspaceId, key.sha256), longAgo, longAgo)
  expect((await listed())[0]?.storedAt).toEqual(longAgo)
  await store.put(key, new Uint8Array([1]))
  expect((await listed())[0]?.storedAt.getTime()).toBeGreaterThan(longAgo.getTime())
})
