import type { GetObjectCommandInput, S3Client } from '@aws-sdk/client-s3'
import { type ByteRange, type FileStore, keyOfPath, pathOfKey } from './file-store'

export type S3Settings = {
  bucket: string
  region: string
  /** Null for Amazon's own. */
  endpoint: string | null
  /** Null where the machine itself is trusted (instance roles and the like). */
  credentials: { accessKeyId: string; secretAccessKey: string } | null
  /** `endpoint/bucket/key` instead of `bucket.endpoint/key`. */
  pathStyle: boolean
}

export type S3Patience = {
  /** How long nothing at all may come from it, before an answer and within one. */
  silentMs: number
  tries: number
}
const usualPatience: S3Patience = { silentMs: 20_000, tries: 2 }

/** A bucket of any store that speaks S3: `<workspace>/<sha256>`. Its code is loaded when first used. */
export function s3FileStore(settings: S3Settings, patience = usualPatience): FileStore {
  const { bucket: Bucket } = settings
  let connected: Promise<{ sdk: typeof import('@aws-sdk/client-s3'); s3: S3Client }> | null = null
  const connect = () => {
    connected ??= connectTo(settings, patience)
    return connected
  }
  return {
    async put(key, Body) {
      const { s3, sdk } = await connect()
      await s3.send(new sdk.PutObjectCommand({ Bucket, Key: pathOfKey(key), Body }))
    },
    async open(key, range) {
      const { s3, sdk } = await connect()
      const wish = { Bucket, Key: pathOfKey(key), Range: headerOf(range) }
      try {
        const { Body } = await s3.send(new sdk.GetObjectCommand(wish))
        return (Body?.transformToWebStream() as ReadableStream<Uint8Array> | undefined) ?? null
      } catch (error) {
        if (error instanceof sdk.NoSuchKey) return null
        throw error
      }
    },
    async drop(key) {
      const { s3, sdk } = await connect()
      await s3.send(new sdk.DeleteObjectCommand({ Bucket, Key: pathOfKey(key) }))
    },
    async *list() {
      const { s3, sdk } = await connect()
      for await (const page of sdk.paginateListObjectsV2({ client: s3 }, { Bucket })) {
        for (const { Key = '', LastModified } of page.Contents ?? []) {
          const key = keyOfPath(Key)
          if (key && LastModified) yield { key, storedAt: LastModified }
        }
      }
    },
  }
}

const headerOf = (range: ByteRange | undefined): GetObjectCommandInput['Range'] =>
  range && `bytes=${range.start}-${range.end}`

async function connectTo(
  { region, endpoint, credentials, pathStyle }: S3Settings,
  { silentMs, tries }: S3Patience,
) {
  const sdk = await import('@aws-sdk/client-s3')
  const s3 = new sdk.S3Client({
    region,
    forcePathStyle: pathStyle,
    // Without a limit a store that hangs keeps whoever waits for it, and their few uploads, for ever.
    requestHandler: { connectionTimeout: Math.min(silentMs, 5000), socketTimeout: silentMs },
    maxAttempts: tries,
    ...(endpoint !== null && { endpoint }),
    ...(credentials !== null && { credentials }),
    // The checksums Amazon has invented since are unknown to many others who speak S3.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  return { sdk, s3 }
}
