// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { i18n, startI18n } from '../i18n/i18n'
import { rememberWho } from '../offline/remembered-who'
import { forgetUnsent } from '../offline/unsent-words'
import { toastQueue } from '../ui/toast'
import { CommentEntry } from './comment-entry'
import { holdTabDraft, tabDraftsAt } from './tab-drafts'
import type { TalkDesk } from './thread-desk'

const who = { workspaceId: 'w', personId: 'ada' }
const editing = 'e:s:edit:c'

beforeAll(async () => {
  await startI18n('en')
  await i18n.loadNamespaces(['comments', 'offline'])
})
beforeEach(() => rememberWho(who))
afterEach(() => {
  cleanup()
  act(forgetUnsent)
})

function entry(mayChange = true) {
  const queries = new QueryClient()
  const me = { id: 'ada', workspaceId: 'w', name: 'Ada' }
  queries.setQueryData(['session'], { state: 'signed-in', me })
  const desk: TalkDesk = {
    mayComment: true,
    face: (id) => ({ id, name: 'Ada', colour: 'teal' }),
    can: () => mayChange,
  }
  const comment = {
    ...{ id: 'c', authorId: 'ada', body: [{ text: 'as it is' }], reactions: [] },
    ...{ createdAt: '2026-11-28T09:00:00.000Z', editedAt: null, imported: null },
  }
  render(
    <QueryClientProvider client={queries}>
      <CommentEntry
        {...{ desk, comment, isLinked: false }}
        place={{ entryId: 'e', sectionId: 's', threadId: 't' }}
      />
    </QueryClientProvider>,
  )
}

const field = () => screen.queryByRole<HTMLTextAreaElement>('textbox', { name: 'Edit the comment' })
const leave = () => holdTabDraft(who, editing, { id: 'd', text: 'half changed', named: [] })

it('a change that was left half written in a margin is open again', () => {
  leave()
  entry()
  expect(field()?.value).toBe('half changed')
  cleanup()
  // Whoever may not change it any more finds the words elsewhere.
  entry(false)
  expect(field()).toBeNull()
})

it('cancelled, it is thrown away, and comes back by a press', () => {
  leave()
  entry()
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }))
  expect(field()).toBeNull()
  expect([...tabDraftsAt(who, 'e:').keys()]).toEqual([])
  const said = toastQueue.visibleToasts[0]?.content
  expect(said?.action?.label).toBe('Undo')
  act(() => said?.action?.onPress())
  expect(field()?.value).toBe('half changed')
})
