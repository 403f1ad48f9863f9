/** A file as an answer: whatever it is, a browser never runs any of it. */

import { refuse } from '@atelier/shared/refusals'
import type { Context } from 'hono'
import type { Deps } from '../http/deps'
import type { ByteRange } from '../storage/file-store'
import { disposition } from './file-name'
import type { FileRow } from './file-queries'
import { openFile, openThumbnail } from './store-file'

type FileDeps = Pick<Deps, 'files' | 'log'>

/** As a picture where it is one, unless it is asked for as a download. */
export async function answerFile(c: Context, deps: FileDeps, row: FileRow) {
  const isPicture = row.width !== null
  // A browser draws whatever bytes it likes as an image, whichever type they are sent with.
  if (!isPicture && isPart(c)) return refuse('not-found')
  const isShown = isPicture && c.req.query('download') === undefined
  inertly(c, row.sha256, isShown ? 'inline' : 'attachment', row.name)
  if (isKnown(c, row.sha256)) return c.body(null, 304)
  const range = readRange(c, row)
  if (range === 'beyond') {
    c.header('Content-Range', `bytes */${row.size}`)
    return c.body(null, 416)
  }
  const { start, end } = range ?? { start: 0, end: row.size - 1 }
  c.header('Accept-Ranges', 'bytes')
  c.header('Content-Type', typeOf(row.mime))
  c.header('Content-Length', String(end - start + 1))
  if (range) c.header('Content-Range', `bytes ${start}-${end}/${row.size}`)
  const status = range ? 206 : 200
  if (c.req.method === 'HEAD') return c.body(null, status)
  return c.body(await openFile(deps, row, range ?? undefined), status)
}

export async function answerThumbnail(c: Context, deps: FileDeps, row: FileRow) {
  if (row.width === null) return refuse('not-found')
  const sha256 = row.thumbnailSha256 ?? row.sha256
  inertly(c, sha256, 'inline', row.name)
  if (isKnown(c, sha256)) return c.body(null, 304)
  c.header('Content-Type', row.thumbnailSha256 === null ? row.mime : 'image/webp')
  if (c.req.method === 'HEAD') return c.body(null)
  return c.body(await openThumbnail(deps, row))
}

/** Kept by one person's browser only, which asks every time whether they may still see it. */
function inertly(c: Context, sha256: string, kind: 'inline' | 'attachment', name: string) {
  c.header('ETag', `"${sha256}"`)
  c.header('Cache-Control', 'private, no-cache')
  c.header('Vary', 'Cookie')
  c.header('Content-Disposition', disposition(kind, name))
  c.header('Content-Security-Policy', "sandbox; default-src 'none'; frame-ancestors 'none'")
}

const typeOf = (mime: string) => (mime.startsWith('text/') ? `${mime}; charset=utf-8` : mime)

const isPart = (c: Context) =>
  !['document', 'empty'].includes(c.req.header('sec-fetch-dest') ?? 'empty')

const isKnown = (c: Context, sha256: string) =>
  (c.req.header('if-none-match') ?? '')
    .split(',')
    .some((tag) => tag.trim().replace(/^W\//, '') === `"${sha256}"`)

/** One range is answered as one; of several at once, as the standard allows, everything is sent. */
function readRange(c: Context, { size, sha256 }: FileRow): ByteRange | 'beyond' | null {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(c.req.header('range') ?? '')
  const since = c.req.header('if-range')
  const [, from = '', to = ''] = asked ?? []
  if (from + to === '' || (since !== undefined && since !== `"${sha256}"`)) return null
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from)
  const end = from === '' || to === '' ? size - 1 : Math.min(size - 1, Number(to))
  if (start >= size || start > end) return 'beyond'
  return { start, end }
}
