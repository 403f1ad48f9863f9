// @vitest-environment happy-dom
import type { Mentorship } from '@atelier/shared/mentorships/mentorship'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { i18n, startI18n } from '../i18n/i18n'
import { WrittenIn } from './mentorship-choice'

beforeAll(async () => {
  await startI18n('en')
  await i18n.loadNamespaces('journals')
})
afterEach(cleanup)

async function said(mentorship: Mentorship | null) {
  const queries = new QueryClient()
  queries.setQueryData(['session'], { state: 'signed-in', me: { id: 'ada', workspaceId: 'w' } })
  const { container } = render(
    <QueryClientProvider client={queries}>
      <WrittenIn mentorship={mentorship} />
    </QueryClientProvider>,
  )
  const words = container.textContent
  await userEvent.click(screen.getByRole('button', { name: 'Why it stays there' }))
  return { words, why: screen.getByRole('dialog', { name: 'Why it stays there' }).textContent }
}

const why = 'Take back what is shared before it moves to another mentorship.'
const ben = { id: 'ben', name: 'Ben', answer: true, hasLeft: false }

it('a shared entry says what it is written in, and asked for it, why this stays', async () => {
  const withBen = { kind: 'pair', people: [ben] } as unknown as Mentorship
  expect(await said(withBen)).toEqual({ words: 'Written in: With Ben', why })
})

it('where nobody is told of its mentorship, it says that', async () => {
  const words = 'Written in: A mentorship that cannot be read at present'
  expect(await said(null)).toEqual({ words, why })
})
