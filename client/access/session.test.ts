// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import { isStillGuest } from './session'

afterEach(() => vi.unstubAllGlobals())

const answers = (status: number, code: string) =>
  vi.stubGlobal('fetch', async () => Response.json({ error: { code } }, { status }))

test('a server that is busy or broken shows no guest the door', async () => {
  for (const [status, code] of [
    [429, 'too-many'],
    [503, 'unavailable'],
    [500, 'bug'],
  ] as const) {
    answers(status, code)
    await expect(isStillGuest('w')).rejects.toMatchObject({ code })
  }
})

test('whose time as a guest is over is a guest no more', async () => {
  answers(401, 'signed-out')
  expect(await isStillGuest('w')).toBe(false)
})
