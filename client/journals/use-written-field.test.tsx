// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { startI18n } from '../i18n/i18n'
import { PendingWrites } from './pending-writes'
import { useWrittenField } from './use-written-field'

beforeAll(() => startI18n('en'))
beforeEach(() => {
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
  const writes = new PendingWrites()
  const { result, rerender } = renderHook(({ value }) => useWrittenField(value, save, writes), {
    initialProps: { value: '' },
  })
  const pause = () => act(() => vi.advanceTimersByTimeAsync(1000))
  const answer = async () => {
    await act(async () => answers.shift()?.())
    rerender({ value: asked.at(-1) ?? '' })
  }
  return { result, asked, pause, answer }
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
