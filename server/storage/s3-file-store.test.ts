import { expect, test } from 'vitest'
import { fakeS3 } from '../testing/fake-s3'
import { fileStoreContract } from './file-store-contract'
import { type S3Settings, s3FileStore } from './s3-file-store'

const bucket = 'atelier'
const settingsFor = (endpoint: string): S3Settings => ({
  bucket,
  region: 'eu-central-1',
  endpoint,
  credentials: { accessKeyId: 'ours', secretAccessKey: 'secret' },
  pathStyle: true,
})

fileStoreContract('a bucket', async () => {
  const s3 = await fakeS3(bucket, 'ours')
  return { store: s3FileStore(settingsFor(s3.endpoint)), close: s3.close }
})

const key = { workspaceId: '11111111-1111-4111-8111-111111111111', sha256: 'b'.repeat(64) }

test('every request is signed and goes to the workspace’s own place in the bucket', async () => {
  const s3 = await fakeS3(bucket, 'ours')
  await s3FileStore(settingsFor(s3.endpoint)).put(key, new Uint8Array([1, 2]))
  expect(s3.asked).toEqual([`PUT /atelier/${key.workspaceId}/${key.sha256}`])
  await s3.close()
})

test('a bucket that refuses us is an error, not an empty file', async () => {
  const s3 = await fakeS3(bucket, 'somebody else')
  const store = s3FileStore(settingsFor(s3.endpoint))
  await expect(store.open(key)).rejects.toThrow('AccessDenied')
  await expect(store.put(key, new Uint8Array(1))).rejects.toThrow('AccessDenied')
  await s3.close()
})
