// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { i18n, startI18n } from '../i18n/i18n'
import { AskedToday } from './asked-today'

const navigate = vi.hoisted(() => vi.fn())
vi.mock('@tanstack/react-router', () => ({ useNavigate: () => navigate }))

beforeAll(async () => {
  await startI18n('en')
  await i18n.loadNamespaces(['journals', 'refusals'])
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const schedule = {
  ...{ id: 'daily', set: 'what-so-what-now-what', rhythm: { every: 'day' as const } },
  ...{ nextOn: '2026-01-01', mentorshipId: null },
}

it('what could not be begun is asked for still; what was begun is asked for no more that day', async () => {
  const asked: string[] = []
  let status = 503
  vi.stubGlobal('fetch', async (address: unknown, init: RequestInit = {}) => {
    const { pathname } = new URL(String(address), 'http://here')
    asked.push(`${init.method} ${pathname}`)
    if (init.method === 'GET') return Response.json({ sets: [], schedules: [] })
    return status === 503 && pathname.endsWith('/entries')
      ? Response.json({ error: { code: 'unavailable' } }, { status })
      : Response.json({ id: 'e' })
  })
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } })
  queries.setQueryData(['journals', 'prompts'], { sets: [], schedules: [schedule] })
  render(
    <QueryClientProvider client={queries}>
      <AskedToday />
    </QueryClientProvider>,
  )
  const write = screen.getByRole<HTMLButtonElement>('button', {
    name: i18n.t('journals:asked.write'),
  })
  fireEvent.click(write)
  await vi.waitFor(() => expect(asked).toEqual(['POST /api/journals/entries']))
  await vi.waitFor(() => expect(write.disabled).toBe(false))
  expect(asked).toHaveLength(1)
  status = 200
  fireEvent.click(write)
  await vi.waitFor(() => expect(asked).toContain('POST /api/me/prompt-schedules/daily/pass'))
  await vi.waitFor(() => expect(navigate).toHaveBeenCalled())
  await vi.waitFor(() => expect(screen.queryByRole('button')).toBeNull())
})
