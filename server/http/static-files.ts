import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Context, MiddlewareHandler } from 'hono'
import { pagesOf, readManifest, screenAt } from './screen-files'

type File = { bytes: Buffer; gzipped: Buffer | null; type: string; etag: string; hashed: boolean }

const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  webmanifest: 'application/manifest+json',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  txt: 'text/plain; charset=utf-8',
}

/**
 * The built client, read once into memory and looked up by its exact path: no request can name
 * any other file of this machine. Unknown page addresses get index.html, which routes itself.
 */
export async function staticFiles(dir: string): Promise<MiddlewareHandler> {
  const files = await readFiles(dir)
  const pageAt = await readPages(dir, files)
  return async function serveStaticFile(c, next) {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return next()
    const file = files.get(c.req.path) ?? (isPage(c.req.path) ? pageAt(c.req.path) : null)
    return file ? answerFile(c, file) : next()
  }
}

type Files = Map<string, File>

/** The page for an address: with what its screen loads, where that is known ahead. */
async function readPages(dir: string, files: Files): Promise<(path: string) => File | undefined> {
  const page = files.get('/index.html')
  const manifest = await readManifest(dir)
  const texts = page && manifest ? pagesOf(page.bytes.toString(), manifest) : []
  const pages = await Promise.all(texts.map((text) => asFile(Buffer.from(text), '/index.html')))
  return (path) => pages[screenAt(path)] ?? page
}

const isPage = (path: string) => !/^\/(api|ws|slow)(\/|$)/.test(path) && !/\.[a-z0-9]+$/i.test(path)

function answerFile(c: Context, file: File) {
  c.header('ETag', file.etag)
  c.header('Vary', 'Accept-Encoding')
  c.header('Cache-Control', file.hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
  if (c.req.header('if-none-match') === file.etag) return c.body(null, 304)
  c.header('Content-Type', file.type)
  const zipped = c.req.header('accept-encoding')?.includes('gzip') ? file.gzipped : null
  if (zipped) c.header('Content-Encoding', 'gzip')
  return c.body(new Uint8Array(zipped ?? file.bytes))
}

async function readFiles(dir: string): Promise<Files> {
  const found = await readdir(dir, { recursive: true, withFileTypes: true })
  const paths = found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(
      (path) =>
        !relative(dir, path)
          .split(sep)
          .some((part) => part.startsWith('.')),
    )
  const entries = paths.map(async (path) => {
    const address = `/${relative(dir, path).split(sep).join('/')}`
    return [address, await asFile(await readFile(path), address)] as const
  })
  return new Map(await Promise.all(entries))
}

async function asFile(bytes: Buffer, address: string): Promise<File> {
  const type = types[address.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
  const worthIt = bytes.length > 1024 && !/^(image\/(png|x-icon)|font\/)/.test(type)
  return {
    bytes,
    gzipped: worthIt ? await promisify(gzip)(bytes) : null,
    type,
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    hashed: address.startsWith('/assets/'),
  }
}
