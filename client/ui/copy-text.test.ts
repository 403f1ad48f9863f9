import { afterEach, expect, test, vi } from 'vitest'
import { copyText } from './copy-text'

afterEach(() => vi.unstubAllGlobals())

const clipboard = (writeText: () => Promise<void>) =>
  vi.stubGlobal('navigator', { clipboard: { writeText } })

test('says that nothing was copied where a page over plain http has no clipboard', async () => {
  vi.stubGlobal('navigator', {})
  expect(await copyText('words')).toBe(false)
})

test('says that nothing was copied when the browser refuses', async () => {
  clipboard(() => Promise.reject(new Error('not allowed')))
  expect(await copyText('words')).toBe(false)
})

test('says so when it was copied', async () => {
  clipboard(() => Promise.resolve())
  expect(await copyText('words')).toBe(true)
})
