// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import { endSession, finishLeaving, stopLeaving } from './leaving'

const asked: string[] = []
function server(answer: () => Promise<Response>) {
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(new URL(url, 'http://here').pathname)
    return answer()
  })
}
const away = () => server(() => Promise.reject(new TypeError('Failed to fetch')))
const back = () => server(async () => new Response(null, { status: 204 }))

afterEach(() => {
  vi.unstubAllGlobals()
  localStorage.clear()
  asked.length = 0
})

test('signing out while the server is away is made up for when it is back, once', async () => {
  away()
  await endSession('everywhere')
  back()
  await finishLeaving()
  await finishLeaving()
  expect(asked).toEqual(['/api/sign-out-everywhere', '/api/sign-out-everywhere'])
})

test('until then nobody is told who is signed in', async () => {
  away()
  await endSession('here')
  await expect(finishLeaving()).rejects.toMatchObject({ code: 'unreachable' })
  back()
  await finishLeaving()
  expect(asked.length).toBe(3)
})

test('whoever signs in again stays signed in', async () => {
  away()
  await endSession('here')
  stopLeaving()
  await finishLeaving()
  expect(asked.length).toBe(1)
})

test('what the server refuses is told', async () => {
  server(async () => Response.json({ error: { code: 'bug' } }, { status: 500 }))
  await expect(endSession('here')).rejects.toMatchObject({ code: 'bug' })
})
