// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { i18n, startI18n } from '../i18n/i18n'
import { PublicationsSection } from './publications-section'

vi.mock('@tanstack/react-router', () => ({ useLocation: () => null }))

beforeAll(async () => {
  await startI18n('en')
  await i18n.loadNamespaces('publications')
})
afterEach(cleanup)

it('with the last that is withdrawn the section goes, and not the focus', async () => {
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } })
  const one = {
    ...{ id: 'one', parts: [{ words: 'Words.', isQuote: false }], name: null, on: '2026-11-28' },
    ...{ outcomeId: null, isOwn: true },
  }
  queries.setQueryData(['publications', 'p'], { publications: [one] })
  queries.setQueryData(['outcomes', 'p'], { outcomes: [] })
  render(
    <QueryClientProvider client={queries}>
      <main tabIndex={-1}>
        <PublicationsSection projectId="p" />
      </main>
    </QueryClientProvider>,
  )
  // As its button does once the words are withdrawn.
  screen.getByRole('heading', { name: 'From journals' }).focus()
  act(() => void queries.setQueryData(['publications', 'p'], { publications: [] }))
  await vi.waitFor(() => expect(screen.queryByRole('heading')).toBeNull())
  expect(document.activeElement).toBe(screen.getByRole('main'))
})
