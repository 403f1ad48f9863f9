// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { noteSession, type SignedIn } from '../access/session'
import { eraseDatabases } from '../offline/device-databases'
import { keepComment, listKeptComments } from '../offline/kept-comments'
import { rememberWho } from '../offline/remembered-who'
import { SyncIdentity } from '../sync/sync-identity'
import { useSay } from './use-kept-comments'

const who = { workspaceId: 'w', personId: 'ada' }
const me = { id: 'ada', workspaceId: 'w', name: 'Ada' }
const said = (id: string) => ({
  id,
  body: [{ text: id }],
  threadId: 'thread',
  anchor: null,
  quote: '',
})
const kept = (id: string) => ({ ...said(id), docId: 'doc', refused: null })

let posted: { expected: string | null; body: unknown }[]

beforeEach(async () => {
  await eraseDatabases(who)
  rememberWho(who)
  noteSession({ state: 'signed-in', me } as SignedIn)
  posted = []
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    const expected = new Headers(init.headers).get('x-expected-person')
    posted.push({ expected, body: JSON.parse(String(init.body)) })
    return new Response('{}', { status: 201 })
  })
})
afterEach(() => vi.unstubAllGlobals())

function say() {
  const queries = new QueryClient()
  queries.setQueryData(['session'], { state: 'signed-in', me })
  const around = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queries}>
      <SyncIdentity value={who}>{children}</SyncIdentity>
    </QueryClientProvider>
  )
  return renderHook(() => useSay('doc'), { wrapper: around }).result.current
}

it('is said as who is signed in here, or not at all', async () => {
  expect(await say()(said('a'))).toBe('said')
  expect(posted).toEqual([{ expected: 'ada', body: { id: 'a', body: [{ text: 'a' }] } }])
})

it('goes behind what waits about the same doc, and not behind what waits about another', async () => {
  await keepComment(who, { ...kept('other'), docId: 'another' })
  expect(await say()(said('a'))).toBe('said')
  await keepComment(who, { ...kept('refused'), refused: 'forbidden' })
  expect(await say()(said('b'))).toBe('said')
  await keepComment(who, kept('older'))
  expect(await say()(said('c'))).toBe('kept')
  expect(posted).toHaveLength(2)
  const waiting = (await listKeptComments(who)).map(({ id }) => id)
  expect(waiting).toEqual(['other', 'refused', 'older', 'c'])
})
