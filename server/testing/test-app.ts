/** The whole server without a port, on a database of its own, and people who use it. */
import type { RefusalBody } from '@atelier/shared/refusals'
import { pino } from 'pino'
import { writeToken } from '../access/cookie'
import { buildHouse, type House, type HouseSettings } from '../house'
import type { MadePerson } from './make'
import { memoryFileStore } from './memory-file-store'
import { type TestDatabase, testDatabase } from './test-database'

export const testOrigin = 'http://atelier.test'
export const testFileLimitBytes = 1024 * 1024

/** What came back: `body` is parsed JSON, null where there is none. */
export type Answer = {
  status: number
  headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects and fails on anything else
  body: any
  error: RefusalBody | undefined
}

export type Browser = {
  get(path: string): Promise<Answer>
  post(path: string, body?: unknown): Promise<Answer>
  patch(path: string, body: unknown): Promise<Answer>
  put(path: string, body: unknown): Promise<Answer>
  delete(path: string): Promise<Answer>
  send(method: string, path: string, body?: unknown): Promise<Answer>
  /** What is not JSON. */
  fetch(path: string, init?: RequestInit): Promise<Response>
}

export type TestApp = House & {
  /** A browser that keeps the cookies it is given; nobody is signed in. */
  browser(cookie?: string): Browser
  /** A browser in which this person is signed in. */
  as(person: Pick<MadePerson, 'id'>): Promise<Browser>
  stop(): Promise<void>
}

/** `openNodes` where it is one of several on `database`, which then outlives it. */
export type TestAppWish = Partial<
  { database: TestDatabase } & Pick<HouseSettings, 'openNodes' | 'log'>
>

export async function testApp(wish: TestAppWish = {}): Promise<TestApp> {
  const database = wish.database ?? (await testDatabase())
  const house = await buildHouse({
    database,
    files: memoryFileStore(),
    fileLimitBytes: testFileLimitBytes,
    log: wish.log ?? pino({ level: 'silent' }),
    port: 3000,
    publicOrigin: testOrigin,
    trustProxy: true,
    clientDir: null,
    ...(wish.openNodes && { openNodes: wish.openNodes }),
  })
  const browser = (cookie = '') => browserOf(house, cookie)
  return {
    ...house,
    browser,
    async as(person) {
      const { token, session } = await house.deps.sessions.create(person.id, 'test')
      const [pair = ''] = writeToken(token, session.endsAt, house.deps.cookie).split(';')
      return browser(pair)
    },
    async stop() {
      await house.close()
      if (!wish.database) await database.close()
    },
  }
}

function browserOf(house: House, startCookie: string): Browser {
  let cookies = startCookie ? [startCookie] : []
  async function fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers)
    headers.set('origin', testOrigin)
    headers.set('cookie', cookies.join('; '))
    const response = await house.app.request(path, { ...init, headers })
    for (const given of response.headers.getSetCookie()) {
      const [pair = ''] = given.split(';')
      const name = pair.slice(0, pair.indexOf('=') + 1)
      cookies = [...cookies.filter((kept) => !kept.startsWith(name)), pair]
    }
    return response
  }
  async function send(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await fetch(path, {
      method,
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false
    const parsed = isJson ? await response.json() : null
    return {
      status: response.status,
      headers: response.headers,
      body: parsed,
      error: parsed?.error,
    }
  }
  return {
    send,
    fetch,
    get: (path) => send('GET', path),
    post: (path, body) => send('POST', path, body),
    patch: (path, body) => send('PATCH', path, body),
    put: (path, body) => send('PUT', path, body),
    delete: (path) => send('DELETE', path),
  }
}
