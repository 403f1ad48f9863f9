import type { StoredFile } from '@atelier/shared/files/file'
import { fileNameHeader } from '@atelier/shared/files/file'
import type { RefusalBody } from '@atelier/shared/refusals'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { files } from '../db/doc-tables'
import type { MadePerson } from '../testing/make'
import { type FilePlace, makeFilePlace, sendFile } from '../testing/make-file'
import { makePng } from '../testing/make-picture'
import { type TestApp, testApp, testFileLimitBytes } from '../testing/test-app'
import { filesOf } from './file-queries'

let app: TestApp
let at: FilePlace

beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.stop())
beforeEach(async () => {
  at = await makeFilePlace(app)
})

async function put(body: BodyInit, name?: string): Promise<StoredFile> {
  const answer = await sendFile(await app.as(at.lead), at.doc, body, name)
  expect(answer.status).toBe(201)
  return (await answer.json()) as StoredFile
}
const statusFor = async (person: MadePerson, path: string, init?: RequestInit) =>
  (await (await app.as(person)).fetch(path, init)).status
const bytesOf = (png: Buffer) => new Uint8Array(png)
test('a program is refused, by its bytes and by its name', async () => {
  const program = Buffer.alloc(512)
  program.write('MZ')
  const owner = await app.as(at.lead)
  for (const [body, name] of [
    [new Uint8Array(program), 'photo.png'],
    ['echo hello', 'run me.bat'],
  ] as const) {
    const answer = await sendFile(owner, at.doc, body, name)
    const { error } = (await answer.json()) as { error: RefusalBody }
    expect([answer.status, error.fields?.[0]?.problem]).toEqual([400, 'not-taken'])
  }
  expect(await filesOf(app.deps.db, at.doc.id)).toEqual([])
})

describe('a file comes back', () => {
  test('as what its bytes are, never as what it was called', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
    for (const [body, name, mime] of [
      ['<script>alert(1)</script>', 'photo.png', 'text/plain; charset=utf-8'],
      [svg, 'photo.svg', 'text/plain; charset=utf-8'],
      [`<?xml version="1.0"?>${svg}`, 'photo.svg', 'application/xml'],
      ['%PDF-1.7', 'photo.jpg', 'application/pdf'],
      [new Uint8Array([0, 1, 2]), 'page.html', 'application/octet-stream'],
    ] as const) {
      const file = await put(body, name)
      expect(file).toMatchObject({ name, width: null, height: null })
      const answer = await (await app.as(at.viewer)).fetch(`/api/files/${file.id}`)
      expect(answer.headers.get('content-type')).toBe(mime)
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment;/)
      expect(answer.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/)
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      expect(await statusFor(at.viewer, `/api/files/${file.id}/thumbnail`)).toBe(404)
    }
  })

  test('byte by byte, and in parts', async () => {
    const bytes = crypto.getRandomValues(new Uint8Array(50_000))
    bytes[0] = 0
    const { id, size } = await put(bytes)
    expect(size).toBe(50_000)
    const reader = await app.as(at.viewer)
    const whole = await reader.fetch(`/api/files/${id}`)
    expect(new Uint8Array(await whole.arrayBuffer())).toEqual(bytes)
    for (const [range, status, contentRange] of [
      ['bytes=10-19', 206, 'bytes 10-19/50000'],
      ['bytes=49990-', 206, 'bytes 49990-49999/50000'],
      ['bytes=-5', 206, 'bytes 49995-49999/50000'],
      ['bytes=0-999999', 206, 'bytes 0-49999/50000'],
      ['bytes=50000-', 416, 'bytes */50000'],
      ['bytes=-0', 416, 'bytes */50000'],
      ['bytes=1-2,5-6', 200, null],
      ['pages=1-2', 200, null],
    ] as const) {
      const part = await reader.fetch(`/api/files/${id}`, { headers: { range } })
      expect([range, part.status, part.headers.get('content-range')]).toEqual([
        range,
        status,
        contentRange,
      ])
      if (status === 206) {
        const [, from = '', to = ''] = /(\d+)-(\d+)/.exec(contentRange ?? '') ?? []
        expect(new Uint8Array(await part.arrayBuffer())).toEqual(
          bytes.slice(Number(from), Number(to) + 1),
        )
      }
    }
  })

  test('is kept by the reader’s own browser only, which asks each time', async () => {
    const { id } = await put(bytesOf(makePng(4, 3)), 'a.png')
    const reader = await app.as(at.viewer)
    const first = await reader.fetch(`/api/files/${id}`)
    expect(first.headers.get('cache-control')).toBe('private, no-cache')
    const headers = { 'if-none-match': first.headers.get('etag') ?? '' }
    const second = await reader.fetch(`/api/files/${id}`, { headers })
    expect([second.status, await second.text()]).toEqual([304, ''])
  })

  test('as a picture in its place, or as a download where that is asked for', async () => {
    const { id } = await put(bytesOf(makePng(4, 3)), 'Ü "1".png')
    const reader = await app.as(at.viewer)
    const shown = await reader.fetch(`/api/files/${id}`, {
      headers: { 'sec-fetch-dest': 'image' },
    })
    expect(shown.headers.get('content-type')).toBe('image/png')
    expect(shown.headers.get('content-disposition')).toBe(
      `inline; filename="_ _1_.png"; filename*=UTF-8''%C3%9C%20%221%22.png`,
    )
    const saved = await reader.fetch(`/api/files/${id}?download`)
    expect(saved.headers.get('content-disposition')).toMatch(/^attachment;/)
  })

  test('which is no picture is never drawn as one: not even a bomb in a page of ours', async () => {
    const bomb = await put(bytesOf(makePng(10, 10, { claims: [50_000, 50_000] })), 'bomb.png')
    expect(bomb.width).toBeNull()
    for (const dest of ['image', 'script', 'style', 'iframe', 'object', 'video']) {
      const headers = { 'sec-fetch-dest': dest }
      expect([dest, await statusFor(at.lead, `/api/files/${bomb.id}`, { headers })]).toEqual([
        dest,
        404,
      ])
    }
  })
})

describe('an upload is refused', () => {
  test('when it is empty', async () => {
    const answer = await sendFile(await app.as(at.lead), at.doc, '')
    expect([answer.status, await answer.json()]).toMatchObject([
      400,
      { error: { code: 'invalid', fields: [{ field: 'file', problem: 'empty' }] } },
    ])
  })

  test('when it is too large, whether it says so or not, and says what would fit', async () => {
    const bytes = new Uint8Array(testFileLimitBytes + 1)
    const browser = await app.as(at.lead)
    const said = await browser.fetch(`/api/rooms/${at.doc.id}/files`, {
      method: 'POST',
      headers: { 'content-length': String(bytes.length) },
      body: 'x',
    })
    let sent = 0
    const endless = new ReadableStream({
      pull(stream) {
        sent += 65_536
        stream.enqueue(new Uint8Array(65_536))
      },
    })
    const unsaid = await browser.fetch(`/api/rooms/${at.doc.id}/files`, {
      method: 'POST',
      body: endless,
      duplex: 'half',
    } as RequestInit)
    for (const answer of [said, unsaid]) {
      expect([answer.status, await answer.json()]).toMatchObject([
        413,
        { error: { code: 'too-large', limitBytes: testFileLimitBytes } },
      ])
    }
    expect(sent).toBeLessThan(testFileLimitBytes + 3 * 65_536)
    expect(await filesOf(app.deps.db, at.doc.id)).toEqual([])
  })

  test('when its name cannot be read', async () => {
    const answer = await (await app.as(at.lead)).fetch(`/api/rooms/${at.doc.id}/files`, {
      method: 'POST',
      headers: { [fileNameHeader]: '%E0%A4%A' },
      body: 'x',
    })
    expect(answer.status).toBe(400)
  })

  test('when somebody has brought a gigabyte within a day', async () => {
    const { id } = await put('words')
    await app.deps.db
      .update(files)
      .set({ size: 2 ** 30 })
      .where(eq(files.id, id))
    expect((await sendFile(await app.as(at.lead), at.doc, 'more')).status).toBe(429)
    const yesterday = new Date(Date.now() - 25 * 60 * 60 * 1000)
    await app.deps.db.update(files).set({ createdAt: yesterday }).where(eq(files.id, id))
    expect((await sendFile(await app.as(at.lead), at.doc, 'more')).status).toBe(201)
  })

  test('when its sender goes away half way: nothing of it is left', async () => {
    const breaking = new ReadableStream({
      start(stream) {
        stream.enqueue(new Uint8Array(1000))
        stream.error(new Error('gone'))
      },
    })
    const answer = (await app.as(at.lead)).fetch(`/api/rooms/${at.doc.id}/files`, {
      method: 'POST',
      body: breaking,
      duplex: 'half',
    } as RequestInit)
    await answer.catch(() => null)
    expect(await filesOf(app.deps.db, at.doc.id)).toEqual([])
  })

  test('when the file store fails, with a word that it may work later', async () => {
    const { store, fail } = failingOnce(app.deps.files)
    app.deps.files = store
    fail()
    expect((await sendFile(await app.as(at.lead), at.doc, 'words')).status).toBe(503)
    expect(await filesOf(app.deps.db, at.doc.id)).toEqual([])
    expect((await sendFile(await app.as(at.lead), at.doc, 'words')).status).toBe(201)
  })
})

function failingOnce(store: TestApp['deps']['files']) {
  let failing = false
  const put: typeof store.put = async (key, bytes) => {
    if (failing) {
      failing = false
      throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
    }
    await store.put(key, bytes)
  }
  return {
    store: { ...store, put },
    fail: () => {
      failing = true
    },
  }
}
