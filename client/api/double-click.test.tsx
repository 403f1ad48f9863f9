// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, test, vi } from 'vitest'
import { useChange } from './use-change'
import { useFormRequest } from './use-form-request'

vi.mock('react-i18next', () => ({ useTranslation: () => ({ t: (key: string) => key }) }))

const client = new QueryClient()
const wrapper = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={client}>{children}</QueryClientProvider>
)

/** A server that answers when told to. */
function slowServer() {
  const asked: unknown[] = []
  const answers: (() => void)[] = []
  const send = (value: unknown) => {
    asked.push(value)
    return new Promise<void>((resolve) => answers.push(resolve))
  }
  const answerAll = () => act(async () => answers.splice(0).forEach((answer) => void answer()))
  return { asked, send, answerAll }
}

test('a double click changes something once, and a later press again', async () => {
  const { asked, send, answerAll } = slowServer()
  const { result } = renderHook(() => useChange(send), { wrapper })
  await act(async () => {
    result.current.mutate('doc')
    result.current.mutate('doc')
  })
  expect(asked).toEqual(['doc'])
  await answerAll()
  await waitFor(() => expect(result.current.isSuccess).toBe(true))
  await act(async () => result.current.mutate('doc'))
  expect(asked).toEqual(['doc', 'doc'])
})

test('two people are taken out one right after the other', async () => {
  const { asked, send } = slowServer()
  const { result } = renderHook(() => useChange(send), { wrapper })
  await act(async () => {
    result.current.mutate({ id: 'anna' })
    result.current.mutate({ id: 'ben' })
    result.current.mutate({ id: 'ben' })
  })
  expect(asked).toEqual([{ id: 'anna' }, { id: 'ben' }])
})

test('a form sent twice in one breath arrives once', async () => {
  const { asked, send, answerAll } = slowServer()
  const { result } = renderHook(() => useFormRequest(send), { wrapper })
  await act(async () => {
    result.current.send({ title: 'Scrap' })
    result.current.send({ title: 'Scrap' })
  })
  expect(asked).toEqual([{ title: 'Scrap' }])
  await answerAll()
  await waitFor(() => expect(result.current.isPending).toBe(false))
  await act(async () => result.current.send({ title: 'Scrap' }))
  expect(asked).toHaveLength(2)
})
