// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { holdTabDraft, openField } from '../comments/tab-drafts'
import { i18n, startI18n } from '../i18n/i18n'
import { rememberWho } from '../offline/remembered-who'
import { forgetUnsent } from '../offline/unsent-words'
import { LeftWords } from './left-words'

const who = { workspaceId: 'w', personId: 'ada' }

beforeAll(async () => {
  await startI18n('en')
  await i18n.loadNamespaces('journals')
})
beforeEach(() => rememberWho(who))
afterEach(() => {
  cleanup()
  act(forgetUnsent)
})

const hold = (place: string, text: string) =>
  holdTabDraft(who, place, { id: place, text, named: [] })

function shown(isElsewhere?: (place: string) => boolean) {
  const queries = new QueryClient()
  queries.setQueryData(['session'], {
    ...{ state: 'signed-in', me: { id: 'ada', workspaceId: 'w', name: 'Ada' } },
  })
  render(
    <QueryClientProvider client={queries}>
      <LeftWords at="e:" {...(isElsewhere && { isElsewhere })} />
    </QueryClientProvider>,
  )
}

const words = () => screen.queryAllByText(/^half/).map(({ textContent }) => textContent)
const button = (name: string) => screen.getByRole('button', { name })

it('shows what has no field, as soon as its field is gone', () => {
  hold('e:s:new', 'half a beginning')
  hold('e:s:answer:t', 'half an answer')
  hold('other:s:new', 'half elsewhere')
  const close = openField(who, 'e:s:new')
  shown()
  expect(words()).toEqual(['half an answer'])
  act(close)
  expect(words()).toEqual(['half a beginning', 'half an answer'])
})

it('leaves out what stands elsewhere on the screen', () => {
  hold('e:here:new', 'half here')
  hold('e:gone:edit:c', 'half gone')
  shown((place) => place.startsWith('here'))
  expect(words()).toEqual(['half gone'])
})

it('throws away with a way back, and the focus is never lost', async () => {
  hold('e:s:new', 'half')
  shown()
  button('Throw away').focus()
  fireEvent.click(button('Throw away'))
  expect(words()).toEqual([])
  await vi.waitFor(() => expect(document.activeElement).toBe(button('Undo')))
  fireEvent.click(button('Undo'))
  expect(words()).toEqual(['half'])
  await vi.waitFor(() => expect(document.activeElement).toBe(button('Copy')))
})
