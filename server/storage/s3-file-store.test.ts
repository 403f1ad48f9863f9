import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { fakeS3 } from '../testing/fake-s3'
import { fileStoreContract } from './file-store-contract'
import { type S3Settings, s3FileStore } from './s3-file-store'

const bucket = 'atelier'
const ours = { accessKeyId: 'ours', secretAccessKey: 'secret' }
const settingsFor = (endpoint: string): S3Settings => ({
  bucket,
  region: 'eu-central-1',
  endpoint,
  credentials: ours,
  pathStyle: true,
})

fileStoreContract('a bucket', async () => {
  const s3 = await fakeS3(bucket, ours)
  return { store: s3FileStore(settingsFor(s3.endpoint)), close: s3.close }
})

const key = { workspaceId: '11111111-1111-4111-8111-111111111111', sha256: 'b'.repeat(64) }

test('every request is signed and goes to the workspace’s own place in the bucket', async () => {
  const s3 = await fakeS3(bucket, ours)
  await s3FileStore(settingsFor(s3.endpoint)).put(key, new Uint8Array([1, 2]))
  expect(s3.asked).toEqual([`PUT /atelier/${key.workspaceId}/${key.sha256}`])
  await s3.close()
})

test('a bucket that refuses us is an error, not an empty file', async () => {
  const s3 = await fakeS3(bucket, { ...ours, accessKeyId: 'somebody else' })
  const store = s3FileStore(settingsFor(s3.endpoint))
  await expect(store.open(key)).rejects.toThrow('AccessDenied')
  await expect(store.put(key, new Uint8Array(1))).rejects.toThrow('AccessDenied')
  await s3.close()
})

test('a wrong secret is found out, although the key is ours', async () => {
  const s3 = await fakeS3(bucket, { ...ours, secretAccessKey: 'another' })
  const store = s3FileStore(settingsFor(s3.endpoint))
  await expect(store.put(key, new Uint8Array(1))).rejects.toThrow('SignatureDoesNotMatch')
  await s3.close()
})

test('a bucket that never answers, or stops half way, is an error soon', async () => {
  const server = createServer((request, response) => {
    // The rest of it never comes.
    if (request.method === 'GET') response.writeHead(200, { 'content-length': 10 }).write('half')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const store = s3FileStore(settingsFor(`http://127.0.0.1:${port}`), { silentMs: 1_000, tries: 1 })
  await expect(store.put(key, new Uint8Array(1))).rejects.toThrow('timed out')
  const body = await store.open(key)
  await expect(new Response(body).arrayBuffer()).rejects.toThrow()
  server.closeAllConnections()
  server.close()
})
