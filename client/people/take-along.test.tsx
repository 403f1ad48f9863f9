// @vitest-environment happy-dom
import type { RecordRow } from '@atelier/shared/training/record'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen, within } from '@testing-library/react'
import { createInstance } from 'i18next'
import { I18nextProvider, initReactI18next } from 'react-i18next'
import { afterEach, expect, test } from 'vitest'
import leaving from '../i18n/en/leaving.json'
import { TakeAlong } from './take-along'

const i18n = createInstance()
await i18n.use(initReactI18next).init({
  ...{ lng: 'en', resources: { en: { leaving } }, interpolation: { escapeValue: false } },
})

afterEach(cleanup)

const record = (id: string, role: RecordRow['role'], isAsked = false): RecordRow => ({
  ...{ id, role, isAsked, occupation: 'Mechanic', planTitle: `Plan ${id}`, people: [] },
  ...{ startsOn: '2026-01-01', endsOn: '2029-01-01', state: 'in-force', waiting: 0, gaps: 0 },
})

function show(records: RecordRow[]) {
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } })
  queries.setQueryData(['training', 'records'], records)
  render(
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={queries}>
        <TakeAlong />
      </QueryClientProvider>
    </I18nextProvider>,
  )
  return screen.getAllByRole('region').map((part) => ({
    name: part.getAttribute('aria-label'),
    links: within(part)
      .getAllByRole('link')
      .map((link) => link.getAttribute('href')),
  }))
}

test('one’s journal is offered in every form, and one’s own training record as PDF and JSON', () => {
  const [journal, training, ...more] = show([
    record('own', 'apprentice'),
    record('signed', 'trainer'),
    record('not begun', 'apprentice', true),
  ])
  expect(journal?.links).toEqual(
    ['md', 'html', 'docx', 'pdf', 'json'].map((format) => `/api/journals/export?format=${format}`),
  )
  expect(training).toEqual({
    name: 'Take your training record along: Plan own',
    links: ['pdf', 'json'].map((format) => `/api/training/records/own/export?format=${format}`),
  })
  expect(more).toEqual([])
})

test('who keeps none is offered none', () => {
  expect(show([]).map(({ name }) => name)).toEqual(['Take your journal along first'])
})
