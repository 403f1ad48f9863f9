// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { useFound } from './journal-records'
import { useInPause } from './use-in-pause'

afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('what somebody looks for in their journal stands in no address, and nothing remembers it', async () => {
  const asked: { address: string; body: unknown }[] = []
  vi.stubGlobal('fetch', async (address: unknown, init: RequestInit = {}) => {
    asked.push({ address: String(address), body: init.body })
    return new Response('[]', { status: 200, headers: { 'content-type': 'application/json' } })
  })
  const queries = new QueryClient()
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queries}>{children}</QueryClientProvider>
  )
  const { result, unmount } = renderHook(() => useFound('persimmon'), { wrapper })
  await vi.waitFor(() => expect(result.current.data).toEqual([]))
  expect(asked).toHaveLength(1)
  expect(asked[0]?.address).not.toContain('persimmon')
  expect(asked[0]?.body).toBe(JSON.stringify({ q: 'persimmon' }))
  unmount()
  await vi.waitFor(() => expect(queries.getQueryCache().getAll()).toEqual([]))
})

test('it is looked for in a pause of typing, and no more once the field is empty', () => {
  vi.useFakeTimers()
  const { result, rerender } = renderHook(({ typed }) => useInPause(typed), {
    initialProps: { typed: '' },
  })
  const seen: string[] = []
  for (const typed of ['p', 'pe', 'per']) {
    rerender({ typed })
    act(() => vi.advanceTimersByTime(200))
    seen.push(result.current)
  }
  expect(seen).toEqual(['', '', ''])
  act(() => vi.advanceTimersByTime(300))
  expect(result.current).toBe('per')
  rerender({ typed: '' })
  expect(result.current).toBe('')
})
