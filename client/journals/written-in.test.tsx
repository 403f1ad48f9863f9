// @vitest-environment happy-dom
import type { Mentorship } from '@atelier/shared/mentorships/mentorship'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render } from '@testing-library/react'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { i18n, startI18n } from '../i18n/i18n'
import { WrittenIn } from './mentorship-choice'

beforeAll(async () => {
  await startI18n('en')
  await i18n.loadNamespaces('journals')
})
afterEach(cleanup)

function said(mentorship: Mentorship | null) {
  const queries = new QueryClient()
  queries.setQueryData(['session'], { state: 'signed-in', me: { id: 'ada', workspaceId: 'w' } })
  const { container } = render(
    <QueryClientProvider client={queries}>
      <WrittenIn mentorship={mentorship} />
    </QueryClientProvider>,
  )
  return container.textContent
}

const ben = { id: 'ben', name: 'Ben', answer: true, hasLeft: false }

it('a shared entry says what it is written in, and of what it is that this stays', () => {
  const withBen = { kind: 'pair', people: [ben] } as unknown as Mentorship
  expect(said(withBen)).toMatch(/^Written in: With Ben.*Take back/)
})

it('where nobody is told of its mentorship, it says that', () => {
  expect(said(null)).toMatch(/^Written in: A mentorship that cannot be read at present.*Take back/)
})
