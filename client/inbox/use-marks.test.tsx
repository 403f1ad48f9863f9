// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, test, vi } from 'vitest'
import { SyncIdentity } from '../sync/sync-identity'
import { useMark, useMarks } from './use-marks'

const device = vi.hoisted(() => ({ answer: (_: object) => undefined as unknown }))
vi.mock('../offline/kept-records', () => ({
  readRecord: () => new Promise((resolve) => Object.assign(device, { answer: resolve })),
  changeRecord: async () => undefined,
  reportKeeping: () => undefined,
}))
vi.mock('../access/session', () => ({ useMe: () => ({ id: 'anna' }) }))

const queries = new QueryClient()
const who = { workspaceId: 'w', personId: 'anna' }
const wrapper = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={queries}>
    <SyncIdentity value={who}>{children}</SyncIdentity>
  </QueryClientProvider>
)

test('what is marked while the device is still asked is not forgotten when it answers', async () => {
  const { result } = renderHook(() => ({ marks: useMarks(), mark: useMark() }), { wrapper })
  await act(() => result.current.mark([{ id: 'new', isRead: true }], false))
  device.answer({ old: { read: true, was: false } })
  await waitFor(() => expect(result.current.marks.old).toEqual({ read: true, was: false }))
  expect(result.current.marks.new).toEqual({ read: false, was: true })
})
