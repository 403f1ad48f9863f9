// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { quietPart } from './quiet-part'

afterEach(cleanup)

const Menu = ({ of }: { of: string }) => <p>{`menu of ${of}`}</p>

test('a part comes by itself, and something stands in for it until then', async () => {
  const Part = quietPart(async () => Menu, <p>face</p>)
  render(<Part of="Anna" />)
  expect(screen.getByText('face')).toBeTruthy()
  expect(await screen.findByText('menu of Anna')).toBeTruthy()
  expect(screen.queryByText('face')).toBeNull()
  cleanup()
  // Its code is here now.
  render(<Part of="Ben" />)
  expect(screen.getByText('menu of Ben')).toBeTruthy()
})

test('where a part cannot be had the page stays as it is, and it is asked for again', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  const said = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  let asked = 0
  const Part = quietPart(
    async () => {
      asked += 1
      if (asked === 1) throw new Error('no network')
      return Menu
    },
    <p>face</p>,
  )
  render(<Part of="Anna" />)
  await act(() => vi.advanceTimersByTimeAsync(1000))
  expect(said).toHaveBeenCalledOnce()
  expect(screen.getByText('face')).toBeTruthy()
  await act(() => vi.advanceTimersByTimeAsync(5000))
  expect(screen.getByText('menu of Anna')).toBeTruthy()
  vi.useRealTimers()
})
