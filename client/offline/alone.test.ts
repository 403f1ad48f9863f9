// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { claim, claimIfFree } from './alone'
import { fakeLocks } from './fake-locks'

const places: [string, LockManager | undefined][] = [
  ['with the locks of a browser', fakeLocks()],
  ['in a page that came without https', undefined],
]

it.each(places)('%s: what is claimed is nobody else’s until it is let go', async (_, locks) => {
  Object.defineProperty(navigator, 'locks', { value: locks, configurable: true })
  const release = await claimIfFree('a')
  expect(await claimIfFree('a')).toBe(null)
  expect(await claimIfFree('b')).not.toBe(null)
  const next = claim('a', new AbortController().signal)
  release?.()
  const letGo = await next
  expect(await claimIfFree('a')).toBe(null)
  letGo()
  await expect.poll(() => claimIfFree('a')).not.toBe(null)
})
