/** AWS Signature Version 4 of a request with one chunk, computed anew as the store would. */
import { createHash, createHmac } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

export type Credentials = { accessKeyId: string; secretAccessKey: string }
export type Signed = {
  method: string | undefined
  url: URL
  headers: IncomingHttpHeaders
  body: Uint8Array
}

const form =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/((\d{8})\/([\w-]+)\/s3\/aws4_request), SignedHeaders=([\w;-]+), Signature=([0-9a-f]{64})$/

/** S3’s own word for what is wrong with it, or null. */
export function faultOfSignature(request: Signed, key: Credentials): string | null {
  const { headers, body } = request
  const [, by, scope = '', day = '', region = '', names = '', signature] =
    form.exec(headers.authorization ?? '') ?? []
  if (by !== key.accessKeyId) return 'AccessDenied'
  const signed = names.split(';')
  const needed = ['host', 'x-amz-date', 'x-amz-content-sha256']
  if (!needed.every((name) => signed.includes(name))) return 'AccessDenied'
  if (headers['x-amz-content-sha256'] !== sha256(body)) return 'XAmzContentSHA256Mismatch'
  const time = String(headers['x-amz-date'])
  if (!time.startsWith(day)) return 'SignatureDoesNotMatch'
  const words = ['AWS4-HMAC-SHA256', time, scope, sha256(canonical(request, signed))].join('\n')
  const parts = [day, region, 's3', 'aws4_request']
  const secret: string | Buffer = `AWS4${key.secretAccessKey}`
  const signing = parts.reduce<string | Buffer>((under, part) => hmac(under, part), secret)
  return hmac(signing, words).toString('hex') === signature ? null : 'SignatureDoesNotMatch'
}

function canonical({ method, url, headers, body }: Signed, signed: readonly string[]): string {
  const query = [...url.searchParams]
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join('&')
  const lines = signed.map((name) => `${name}:${String(headers[name]).trim().replace(/ +/g, ' ')}`)
  return [method, url.pathname, query, ...lines, '', signed.join(';'), sha256(body)].join('\n')
}

const encoded = (text: string) =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )
const sha256 = (what: string | Uint8Array) => createHash('sha256').update(what).digest('hex')
const hmac = (under: string | Buffer, words: string) =>
  createHmac('sha256', under).update(words).digest()
