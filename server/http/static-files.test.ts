import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { staticFiles } from './static-files'

/** As the bundler writes one: what is imported, and with which styles. */
const manifest = {
  'index.html': { file: 'assets/main.js', isEntry: true, imports: ['_start.js'] },
  '_start.js': { file: 'assets/start.js' },
  'boards/board-screen.tsx': {
    file: 'assets/board-screen.js',
    imports: ['_start.js', '_room.js'],
    css: ['assets/board.css'],
  },
  '_room.js': { file: 'assets/room.js', css: ['assets/board.css'] },
  'sync/open-room-ahead.ts': { file: 'assets/ahead.js', imports: ['_room.js'] },
  'docs/doc-screen.tsx': { file: 'assets/doc.js', imports: ['_room.js'] },
  'secret.ts': { file: 'assets/secret.js' },
}

let dir: string
let app: Hono

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'static-'))
  mkdirSync(join(dir, 'dist', 'assets'), { recursive: true })
  mkdirSync(join(dir, 'dist', '.vite'))
  writeFileSync(join(dir, 'secret.txt'), 'secret')
  writeFileSync(join(dir, 'dist', '.env'), 'secret')
  writeFileSync(join(dir, 'dist', '.vite', 'manifest.json'), JSON.stringify(manifest))
  writeFileSync(join(dir, 'dist', 'index.html'), '<!doctype html></head>the page')
  writeFileSync(join(dir, 'dist', 'assets', 'main-a1b2.js'), 'let a = 1\n'.repeat(500))
  app = new Hono().use(await staticFiles(join(dir, 'dist')))
  app.notFound((c) => c.text('nothing here', 404))
})
afterAll(() => rmSync(dir, { recursive: true }))

test('every address of a page is the page, which finds its own way', async () => {
  for (const path of ['/', '/projects/1', '/join/a-token', '/settings/profile']) {
    const response = await app.request(path)
    expect([path, await response.text()]).toEqual([path, '<!doctype html></head>the page'])
    expect(response.headers.get('cache-control')).toBe('no-cache')
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
  }
})

test('the page of a board or doc names what its screen loads, once, and nothing that comes anyhow', async () => {
  const named = async (path: string) => {
    const body = await (await app.request(path)).text()
    expect(body).toMatch(/^<!doctype html><link.*><\/head>the page$/)
    return [...body.matchAll(/rel="(\w+)"[^>]* href="([^"]*)"/g)].map(([, rel, href]) => [
      rel,
      href,
    ])
  }
  expect(await named('/boards/1')).toEqual([
    ['modulepreload', '/assets/board-screen.js'],
    ['modulepreload', '/assets/room.js'],
    ['modulepreload', '/assets/ahead.js'],
    ['preload', '/assets/board.css'],
  ])
  expect(await named('/docs/1')).toEqual([
    ['modulepreload', '/assets/doc.js'],
    ['modulepreload', '/assets/room.js'],
    ['modulepreload', '/assets/ahead.js'],
    ['preload', '/assets/board.css'],
  ])
  const [board, home] = await Promise.all([app.request('/boards/1'), app.request('/')])
  expect(board.headers.get('etag')).not.toBe(home.headers.get('etag'))
  expect(board.headers.get('cache-control')).toBe('no-cache')
})

test('pages that were built without a manifest are served all the same', async () => {
  const bare = mkdtempSync(join(tmpdir(), 'static-'))
  writeFileSync(join(bare, 'index.html'), '<!doctype html></head>the page')
  const served = new Hono().use(await staticFiles(bare))
  expect(await (await served.request('/boards/1')).text()).toContain('the page')
  rmSync(bare, { recursive: true })
})

test('what is no page is not answered with one', async () => {
  for (const path of ['/api/nothing', '/ws/nothing', '/assets/gone.js', '/favicon.ico', '/api']) {
    expect([path, (await app.request(path)).status]).toEqual([path, 404])
  }
  expect((await app.request('/', { method: 'POST' })).status).toBe(404)
})

test('a built file is kept for ever, sent small, and not sent again', async () => {
  const path = '/assets/main-a1b2.js'
  const response = await app.request(path, { headers: { 'accept-encoding': 'br, gzip' } })
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(response.headers.get('content-encoding')).toBe('gzip')
  const bytes = Buffer.from(await response.arrayBuffer())
  expect(bytes.length).toBeLessThan(500)
  expect(gunzipSync(bytes).toString()).toContain('let a = 1')
  const etag = response.headers.get('etag') ?? ''
  const again = await app.request(path, { headers: { 'if-none-match': etag } })
  expect(again.status).toBe(304)
})

test('no address reaches any other file of the machine, nor hidden ones', async () => {
  const paths = [
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/..\\..\\secret.txt',
    '//secret.txt',
    '/.env',
    '/.vite/manifest.json',
    '/assets/%00',
  ]
  for (const path of paths) {
    const response = await app.request(`http://atelier.test${path}`)
    expect([path, await response.text()]).not.toEqual([path, expect.stringContaining('secret')])
  }
})
