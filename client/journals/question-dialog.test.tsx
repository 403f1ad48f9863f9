// @vitest-environment happy-dom
import type { CommentThread } from '@atelier/shared/comments/comment'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { i18n, startI18n } from '../i18n/i18n'
import { forgetUnsent } from '../offline/unsent-words'
import { QuestionDialog } from './question-dialog'

beforeAll(async () => {
  await startI18n('en')
  await i18n.loadNamespaces(['journals', 'refusals'])
})
afterEach(() => {
  cleanup()
  forgetUnsent()
  vi.unstubAllGlobals()
})

const thread: CommentThread = {
  ...{ id: 't', createdBy: 'ben', createdAt: '', anchor: null, quote: '', resolved: null },
  comments: [],
}
const section = {
  ...{ id: 's', prompt: '', audience: 'pair' as const, shared: null, isFrozen: false },
}

function ask(resolved: CommentThread['resolved'] = null) {
  const queries = new QueryClient()
  const me = { id: 'ada', workspaceId: 'w', name: 'Ada' }
  queries.setQueryData(['session'], { state: 'signed-in', me })
  const onClose = vi.fn()
  render(
    <QueryClientProvider client={queries}>
      <QuestionDialog
        {...{ mentorshipId: 'm', entryId: 'e', section, onClose }}
        thread={{ ...thread, resolved }}
        onAsked={() => undefined}
      />
    </QueryClientProvider>,
  )
  return onClose
}

const field = () =>
  screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'On the agenda it says' })
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

it('keeps the words of a question that was refused, also where the window goes with its thread', async () => {
  const fetch = vi.fn(async () => Response.json({ error: { code: 'conflict' } }, { status: 409 }))
  vi.stubGlobal('fetch', fetch)
  const onClose = ask()
  fireEvent.change(field(), { target: { value: 'persimmon?' } })
  press('Put on the agenda')
  await vi.waitFor(() => expect(fetch).toHaveBeenCalled())
  expect(field().value).toBe('persimmon?')
  expect(onClose).not.toHaveBeenCalled()
  expect(await screen.findByText(/It did not come to the agenda/)).toBeTruthy()
  cleanup()
  ask()
  expect(field().value).toBe('persimmon?')
  press('Cancel')
  cleanup()
  ask()
  expect(field().value).toBe('')
})

it('says of a thread that was resolved meanwhile that it cannot be left open, and keeps the words', () => {
  ask()
  fireEvent.change(field(), { target: { value: 'persimmon?' } })
  cleanup()
  ask({ by: 'ben', at: '2026-11-28T09:00:00.000Z' })
  expect(screen.getByText(/was resolved meanwhile/)).toBeTruthy()
  expect(field().value).toBe('persimmon?')
  const send = screen.getByRole<HTMLButtonElement>('button', { name: 'Put on the agenda' })
  expect(send.disabled).toBe(true)
})
