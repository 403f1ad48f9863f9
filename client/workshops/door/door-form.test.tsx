// @vitest-environment happy-dom
import type { Me } from '@atelier/shared/people/session'
import type { Doorplate } from '@atelier/shared/workshops/workshop'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { RequestFailed } from '../../api/request-failed'
import { i18n, startI18n } from '../../i18n/i18n'
import { DoorForm } from './door-form'

const join = vi.hoisted(() => vi.fn())
vi.mock('../workshop-records', () => ({ joinWorkshop: join }))

const door = { id: 'w', title: 'Retro', lobby: false, locked: false } as Doorplate

beforeAll(async () => {
  await startI18n('en')
  await i18n.loadNamespaces('workshops')
})
beforeEach(() => {
  join.mockReset().mockResolvedValue({ workshopId: 'w' })
})
afterEach(() => {
  cleanup()
  localStorage.clear()
})

function come(me: Me | null = null, at: Doorplate = door) {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <DoorForm code="ABCD2345" door={at} me={me} />
    </QueryClientProvider>,
  )
  return userEvent.setup()
}

test('a guest gives a name and presses once', async () => {
  const user = come()
  await user.keyboard(' Ben {Enter}')
  expect(join).toHaveBeenCalledExactlyOnceWith({ code: 'ABCD2345', nickname: 'Ben' })
  cleanup()
  come()
  expect(screen.getByRole('textbox')).toHaveProperty('value', 'Ben')
})

test('who is signed in comes in as who they are, and is asked for nothing', async () => {
  const user = come({ name: `Ana ${'of the long names '.repeat(4)}`, colour: 'teal' } as Me)
  expect(screen.queryByRole('textbox')).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Come in' }))
  expect(join.mock.calls[0]?.[0].nickname).toHaveLength(40)
})

test('where people are let in one by one, it says so before one knocks', () => {
  come(null, { ...door, lobby: true })
  expect(screen.getByRole('button', { name: 'Knock' })).toBeTruthy()
  expect(screen.getByText('Somebody who facilitates lets you in.')).toBeTruthy()
})

test('who is not let in is told so in a sentence, and keeps the name they typed', async () => {
  join.mockRejectedValue(new RequestFailed('forbidden'))
  const user = come()
  await user.keyboard('Ben{Enter}')
  expect((await screen.findByRole('alert')).textContent).toContain('You were not let in.')
  expect(screen.getByRole('textbox')).toHaveProperty('value', 'Ben')
})

test('who comes in a crowd is told so, and comes in by themself', async () => {
  const busy = new RequestFailed('too-many', { retryAfterSeconds: 0.2 })
  join.mockRejectedValueOnce(busy).mockResolvedValue({ workshopId: 'w' })
  const user = come()
  await user.keyboard('Ben{Enter}')
  await screen.findByText(/Many people are coming in/)
  expect(screen.queryByRole('alert')).toBeNull()
  await waitFor(() => expect(localStorage.getItem('atelier.nickname')).toBe('Ben'))
  expect(join).toHaveBeenCalledTimes(2)
})
