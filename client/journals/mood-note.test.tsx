// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { i18n, startI18n } from '../i18n/i18n'
import { MoodNote } from './mood-note'
import type { EntryChanges } from './use-entry-changes'

beforeAll(async () => {
  await startI18n('en')
  await i18n.loadNamespaces('journals')
})
afterEach(cleanup)

function note(mood: number | null, energy: number | null) {
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } })
  queries.setQueryData(['journals', 'mood', 'e'], { mood, energy })
  const feel = { isPending: false, isError: false, mutate: () => undefined }
  const changes = { feel } as unknown as EntryChanges
  render(
    <QueryClientProvider client={queries}>
      <MoodNote entryId="e" changes={changes} />
    </QueryClientProvider>,
  )
}

it('says what the ends of a scale mean, and closes by a key, back to where it was opened', () => {
  note(null, null)
  fireEvent.click(screen.getByRole('button', { name: 'How were you?' }))
  for (const end of ['Low', 'Good', 'Empty', 'Full']) expect(screen.getByText(end)).toBeTruthy()
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Low')
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' })
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'How were you?' }))
})

it('closed, it says what was chosen', () => {
  note(4, 2)
  expect(
    screen.getByRole('button', { name: 'Mood: Rather good · Energy: Rather tired' }),
  ).toBeTruthy()
})
