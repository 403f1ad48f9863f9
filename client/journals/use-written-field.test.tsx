// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { RequestFailed } from '../api/request-failed'
import { i18n, startI18n } from '../i18n/i18n'
import { rememberWho } from '../offline/remembered-who'
import { writesOf } from './pending-writes'
import { useWrittenField } from './use-written-field'

const who = { workspaceId: 'w', personId: 'ada' }

beforeAll(async () => {
  await startI18n('en')
  await i18n.loadNamespaces('sync')
})
beforeEach(() => {
  rememberWho(who)
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

/** A server that trims, and answers when it is told to. */
function field() {
  const asked: string[] = []
  const answers: (() => void)[] = []
  const save = (said: string) => {
    asked.push(said.trim())
    return new Promise<void>((resolve) => answers.push(resolve))
  }
  const writes = writesOf(who, crypto.randomUUID())
  const { result, rerender, unmount } = renderHook(
    ({ value }) => useWrittenField({ name: 'title', value, save, writes }),
    { initialProps: { value: '' } },
  )
  const pause = () => act(() => vi.advanceTimersByTimeAsync(1000))
  const answer = async () => {
    await act(async () => answers.shift()?.())
    rerender({ value: asked.at(-1) ?? '' })
  }
  return { result, asked, pause, answer, unmount, writes }
}

test('a space at the end is kept in a pause of writing, until the field is left', async () => {
  const { result, pause, answer } = field()
  act(() => result.current.write('Hello '))
  await pause()
  await answer()
  expect(result.current.shown).toBe('Hello ')
  act(() => result.current.leave())
  expect(result.current.shown).toBe('Hello')
})

test('what was written first is never stored last', async () => {
  const { result, asked, pause, answer } = field()
  act(() => result.current.write('A'))
  await pause()
  act(() => result.current.write('AB'))
  await pause()
  expect(asked).toEqual(['A'])
  await answer()
  expect(asked).toEqual(['A', 'AB'])
  await answer()
  expect(result.current.shown).toBe('AB')
})

/** Answers each time with what is handed to it next. */
function failing(...faults: (RequestFailed | null)[]) {
  const asked: string[] = []
  const save = async (said: string) => {
    asked.push(said)
    const fault = faults.shift()
    if (fault) throw fault
  }
  return { asked, save }
}
const away = () => new RequestFailed('unreachable')
function show(entryId: string, save: (said: string) => Promise<unknown>) {
  const writes = writesOf(who, entryId)
  return renderHook(() => useWrittenField({ name: 'title', value: 'Old', save, writes }))
}
const later = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

test('what was typed without a network outlives its screen, is there again on it, and goes out later', async () => {
  const id = crypto.randomUUID()
  const { asked, save } = failing(away(), away(), null)
  const first = show(id, save)
  act(() => first.result.current.write('A title'))
  await later(1000)
  expect(writesOf(who, id).read()).toEqual({ kind: 'offline', changes: 1, onDevice: false })
  first.unmount()
  await later(0)
  const leaving = new Event('beforeunload', { cancelable: true })
  window.dispatchEvent(leaving)
  expect(leaving.defaultPrevented).toBe(true)

  const second = show(id, save)
  expect(second.result.current.shown).toBe('A title')
  second.unmount()
  await later(6000)
  expect(asked).toEqual(['A title', 'A title', 'A title'])
  expect(writesOf(who, id).read()).toEqual({ kind: 'saved' })
})

test('nothing of it is said in the name of whoever is signed in next, nor shown to them', async () => {
  const id = crypto.randomUUID()
  const { asked, save } = failing(away(), null)
  const hers = show(id, save)
  act(() => hers.result.current.write('A title'))
  await later(1000)
  rememberWho({ ...who, personId: 'ben' })
  hers.unmount()
  await later(6000)
  expect(asked).toEqual(['A title'])
  expect(writesOf(who, id).said('title')).toBeNull()
})

test('what the server will not have stays in the field as long as that is there', async () => {
  const id = crypto.randomUUID()
  const { save } = failing(new RequestFailed('invalid'))
  const { result, unmount } = show(id, save)
  act(() => result.current.write('A title'))
  await later(1000)
  act(() => result.current.leave())
  expect(result.current.shown).toBe('A title')
  unmount()
  expect(writesOf(who, id).read()).toEqual({ kind: 'saved' })
})
