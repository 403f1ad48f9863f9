// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { keysOf } from '../api/live-keys'
import { useMargin } from './margin-records'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const queries = new QueryClient({ defaultOptions: { queries: { staleTime: 30_000 } } })
const wrapper = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={queries}>{children}</QueryClientProvider>
)

test('whoever reads a section no more keeps no word of its margin, and who reads it again sees what is there now', async () => {
  const answers = ['before', 'while it was shared again', 'after']
  vi.stubGlobal('fetch', async () =>
    Response.json({ threads: [{ id: answers.shift() }], people: [] }),
  )
  const first = renderHook(() => useMargin('s'), { wrapper })
  await vi.waitFor(() => expect(first.result.current.data?.threads[0]?.id).toBe('before'))
  // It was taken back and shared again so fast that it was never seen to go.
  for (const queryKey of keysOf({ what: 'journals', id: 'e' }))
    void queries.invalidateQueries({ queryKey })
  await vi.waitFor(() => expect(first.result.current.data?.threads[0]?.id).toMatch(/again$/))
  first.unmount()
  await vi.waitFor(() => expect(queries.getQueryCache().getAll()).toEqual([]))
  const again = renderHook(() => useMargin('s'), { wrapper })
  await vi.waitFor(() => expect(again.result.current.data?.threads[0]?.id).toBe('after'))
})
