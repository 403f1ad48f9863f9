/** As much of S3 as the file store uses, in this process: only for its test. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Credentials, faultOfSignature } from './s3-signature'

export type FakeS3 = {
  endpoint: string
  /** Method and path of all that was asked, in order. */
  asked: string[]
  close(): Promise<void>
}

type Kept = { bytes: Buffer; at: Date }

/** Refuses whoever does not sign with this key. Lists in pages of three. */
export async function fakeS3(bucket: string, key: Credentials): Promise<FakeS3> {
  const kept = new Map<string, Kept>()
  const asked: string[] = []
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '', 'http://s3')
    asked.push(`${request.method} ${url.pathname}`)
    const body = await bodyOf(request)
    const wrong = faultOfSignature(
      { method: request.method, headers: request.headers, url, body },
      key,
    )
    if (wrong) return fault(response, 403, wrong)
    if (!url.pathname.startsWith(`/${bucket}`)) return fault(response, 404, 'NoSuchBucket')
    const name = url.pathname.slice(bucket.length + 2)
    if (name === '') return list(response, kept, url.searchParams)
    answer(response, request, kept, name, body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { endpoint: `http://127.0.0.1:${port}`, asked, close }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function answer(
  response: ServerResponse,
  request: IncomingMessage,
  kept: Map<string, Kept>,
  key: string,
  body: Buffer,
) {
  if (request.method === 'PUT') {
    kept.set(key, { bytes: body, at: new Date() })
    return response.writeHead(200, { etag: '"x"' }).end()
  }
  if (request.method === 'DELETE') {
    kept.delete(key)
    return response.writeHead(204).end()
  }
  const found = kept.get(key)
  if (!found) return fault(response, 404, 'NoSuchKey')
  const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '')
  const bytes = range ? found.bytes.subarray(Number(range[1]), Number(range[2]) + 1) : found.bytes
  response.writeHead(range ? 206 : 200, { 'content-length': bytes.length }).end(bytes)
}

function list(response: ServerResponse, kept: Map<string, Kept>, asked: URLSearchParams) {
  const keys = [...kept.keys()].sort()
  const from = Number(asked.get('continuation-token') ?? 0)
  const page = keys.slice(from, from + 3)
  const more = from + 3 < keys.length
  const contents = page.map(
    (key) =>
      `<Contents><Key>${key}</Key><LastModified>${kept.get(key)?.at.toISOString()}</LastModified></Contents>`,
  )
  const next = more ? `<NextContinuationToken>${from + 3}</NextContinuationToken>` : ''
  xml(
    response,
    200,
    `<ListBucketResult><IsTruncated>${more}</IsTruncated>${next}${contents.join('')}</ListBucketResult>`,
  )
}

const fault = (response: ServerResponse, status: number, code: string) =>
  xml(response, status, `<Error><Code>${code}</Code><Message>${code}</Message></Error>`)

const xml = (response: ServerResponse, status: number, text: string) =>
  response
    .writeHead(status, { 'content-type': 'application/xml' })
    .end(`<?xml version="1.0" encoding="UTF-8"?>${text}`)
