import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { staticFiles } from './static-files'

let dir: string
let app: Hono

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'static-'))
  mkdirSync(join(dir, 'dist', 'assets'), { recursive: true })
  mkdirSync(join(dir, 'dist', '.vite'))
  writeFileSync(join(dir, 'secret.txt'), 'secret')
  writeFileSync(join(dir, 'dist', '.env'), 'secret')
  writeFileSync(join(dir, 'dist', '.vite', 'manifest.json'), 'secret')
  writeFileSync(join(dir, 'dist', 'index.html'), '<!doctype html>the page')
  writeFileSync(join(dir, 'dist', 'assets', 'main-a1b2.js'), 'let a = 1\n'.repeat(500))
  app = new Hono().use(await staticFiles(join(dir, 'dist')))
  app.notFound((c) => c.text('nothing here', 404))
})
afterAll(() => rmSync(dir, { recursive: true }))

test('every address of a page is the page, which finds its own way', async () => {
  for (const path of ['/', '/projects/1', '/join/a-token', '/settings/profile']) {
    const response = await app.request(path)
    expect([path, await response.text()]).toEqual([path, '<!doctype html>the page'])
    expect(response.headers.get('cache-control')).toBe('no-cache')
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
  }
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
