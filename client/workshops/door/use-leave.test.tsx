// @vitest-environment happy-dom
import type { WorkshopPage } from '@atelier/shared/workshops/workshop'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { i18n, startI18n } from '../../i18n/i18n'
import { draftKey, keepDraft } from '../../offline/kept-drafts'
import { useLeave } from './use-leave'

const mocks = vi.hoisted(() => ({ leave: vi.fn(), toast: vi.fn(), areStored: vi.fn() }))
vi.mock('../workshop-records', () => ({ leaveWorkshop: mocks.leave }))
vi.mock('../../ui/toast', () => ({ toast: mocks.toast }))
vi.mock('../../sync/room-clients', () => ({ areStored: mocks.areStored, forgetRooms: vi.fn() }))

const who = { workspaceId: 'space', personId: 'seat', guestOf: 'w' }
const [id, padId] = ['w', 'pad'].map(() => crypto.randomUUID())
const page = { id, me: { id: 'seat', padId } } as unknown as WorkshopPage

beforeAll(async () => {
  await startI18n('en')
  await i18n.loadNamespaces('workshops')
})
beforeEach(() => {
  localStorage.clear()
  mocks.leave.mockReset().mockResolvedValue(undefined)
  mocks.toast.mockReset()
  keepDraft(who, 'workshop-pad:s:', 'half a thought')
  localStorage.setItem(draftKey(who, 'votes:seat:s'), '{"a":1}')
})

function leave() {
  const client = new QueryClient()
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  )
  const { result } = renderHook(() => useLeave('ABCD2345', page, who), { wrapper })
  result.current()
}

test('a guest who leaves takes along all they had begun on this device', async () => {
  mocks.areStored.mockResolvedValue(true)
  leave()
  await waitFor(() => expect(localStorage.length).toBe(0))
  expect(mocks.areStored.mock.calls[0]?.[0]).toEqual([`workshop:${id}`, `pad:${padId}`])
})

test('while the server does not have all they wrote, they stay until they say they go anyway', async () => {
  mocks.areStored.mockResolvedValue(false)
  leave()
  await waitFor(() => expect(mocks.toast).toHaveBeenCalled())
  expect([mocks.leave.mock.calls.length, localStorage.length]).toEqual([0, 2])
  mocks.toast.mock.calls[0]?.[0].action.onPress()
  await waitFor(() => expect(localStorage.length).toBe(0))
})
