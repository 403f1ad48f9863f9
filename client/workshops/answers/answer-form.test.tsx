// @vitest-environment happy-dom
import type { Answer } from '@atelier/shared/workshops/answer'
import type { Stage } from '@atelier/shared/workshops/stage'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { i18n, startI18n } from '../../i18n/i18n'
import { SyncIdentity } from '../../sync/sync-identity'
import { AnswerPanel } from './answer-panel'

const server = vi.hoisted(() => ({
  put: vi.fn(),
  say: (_mine: Answer | null): void => undefined,
  mine: null as Answer | null,
}))
vi.mock('../results/result-records', () => ({
  putAnswer: server.put,
  resultsKey: () => ['workshop-results', 'w'],
  openStage: vi.fn(),
  useAnswerPage() {
    const [mine, say] = useState(server.mine)
    server.say = say
    return { data: { stageId: 's', mine, answered: null, marks: null, words: null } }
  },
}))

vi.mock('../rights-in', () => ({ rightsIn: () => ({ writes: true }) }))

beforeAll(async () => {
  await startI18n('en')
  await i18n.loadNamespaces(['workshop-results', 'workshops'])
})
afterEach(() => {
  cleanup()
  localStorage.clear()
})

const page = { id: 'w', people: 5 }
const stage = { id: 's', kind: 'check-in', closedAt: null } as unknown as Stage

function open() {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <SyncIdentity value={{ workspaceId: 'space', personId: 'me' }}>
        <AnswerPanel page={page as never} stage={stage} />
      </SyncIdentity>
    </QueryClientProvider>,
  )
  return screen.getByRole('textbox')
}

test('what is typed while one’s answer arrives stays', async () => {
  server.put.mockResolvedValue(undefined)
  const user = userEvent.setup()
  const field = open()
  await user.type(field, 'Tired')
  await user.click(screen.getByRole('button'))
  await waitFor(() => expect(server.put).toHaveBeenCalledTimes(1))
  await user.type(field, ', but glad')
  server.say({ mark: null, words: 'Tired' })
  await screen.findByRole('button', { name: 'Send the change' })
  expect(screen.getByRole('textbox')).toHaveProperty('value', 'Tired, but glad')
})

test('what was begun is there again when one comes back to the stage, and sent it is forgotten', async () => {
  server.put.mockResolvedValue(undefined)
  const user = userEvent.setup()
  await user.type(open(), 'Curious')
  cleanup()
  expect(open()).toHaveProperty('value', 'Curious')
  await user.click(screen.getByRole('button'))
  await waitFor(() => expect(localStorage.length).toBe(0))
})
