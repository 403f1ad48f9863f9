// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { forgetUnsent, sendUnsent } from '../offline/unsent-words'
import { tabDraftsAt } from './tab-drafts'
import { useDraft } from './use-draft'

const who = { workspaceId: 'w', personId: 'ada' }

beforeEach(() => localStorage.clear())
afterEach(() => {
  cleanup()
  forgetUnsent()
})

function draftAt(place: string, isKept = false, personId = who.personId) {
  const queries = new QueryClient()
  const me = { id: personId, workspaceId: 'w', name: 'Ada' }
  queries.setQueryData(['session'], { state: 'signed-in', me })
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queries}>{children}</QueryClientProvider>
  )
  return renderHook(() => useDraft(place, { isKept }), { wrapper })
}

function writeAt(place: string, text: string) {
  const { result, unmount } = draftAt(place)
  act(() => result.current.write({ text }))
  const { id } = result.current.draft
  unmount()
  return id
}

it('what no device keeps is there again in this tab, to be sent as the same comment', () => {
  const id = writeAt('section:answer:thread', 'half a word')
  expect(JSON.stringify(localStorage)).not.toContain('half')
  const { result } = draftAt('section:answer:thread')
  expect(result.current.draft).toMatchObject({ id, text: 'half a word' })
  expect(draftAt('section:new').result.current.draft.text).toBe('')
  expect(draftAt('section:answer:thread', false, 'ben').result.current.draft.text).toBe('')
  act(() => result.current.clear())
  expect(draftAt('section:answer:thread').result.current.draft.text).toBe('')
})

it('whoever signs out is told of it, and takes it away', async () => {
  expect(await sendUnsent()).toEqual([])
  writeAt('section:new', 'half a word')
  expect(await sendUnsent()).toEqual(['comment'])
  expect([...tabDraftsAt(who, 'section:').keys()]).toEqual(['new'])
  forgetUnsent()
  expect(await sendUnsent()).toEqual([])
  expect(draftAt('section:new').result.current.draft.text).toBe('')
})
