// @vitest-environment happy-dom
import type { Timer } from '@atelier/shared/workshops/workshop'
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { i18n, startI18n } from '../../i18n/i18n'
import { timed } from './server-clock'
import { TimerBadge } from './timer-badge'

const chime = vi.hoisted(() => vi.fn())
vi.mock('./chime', () => ({ chime }))

const noon = Date.parse('2026-03-01T12:00:00Z')
const running = (leftMs: number, totalMs = 480_000): Timer => ({
  ...{ state: 'running', endsAt: new Date(noon + leftMs).toISOString(), totalMs },
})

beforeAll(async () => {
  await startI18n('en')
  await i18n.loadNamespaces('workshops')
})
beforeEach(async () => {
  vi.useFakeTimers()
  // This device is a day and a bit ahead.
  vi.setSystemTime(noon + 90_000_000)
  chime.mockReset()
  await timed(async () => ({ now: new Date(noon).toISOString() }))
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const goOn = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))
const face = () => screen.getByRole('timer')
const said = () => screen.getByRole('status').textContent?.trim()

test('counts by the server’s clock, whatever the device thinks of the day', async () => {
  render(<TimerBadge timer={running(61_500)} />)
  expect(face().textContent).toBe('1:02')
  await goOn(1_600)
  expect(face().textContent).toBe('1:00')
  expect(face().getAttribute('aria-label')).toBe('1 minute left')
  expect(said()).toBe('One minute left.')
})

test('says the end aloud and sounds once; a minute more takes it back', async () => {
  const { rerender } = render(<TimerBadge timer={running(2_000)} />)
  await goOn(2_100)
  expect(face().getAttribute('aria-label')).toBe('Time is up')
  expect(said()).toBe('Time is up.')
  await goOn(5_000)
  expect(chime).toHaveBeenCalledTimes(1)
  rerender(<TimerBadge timer={running(67_000)} />)
  expect(face().textContent).toBe('1:00')
})

test('paused it stands, and whoever comes in late hears nothing', async () => {
  render(<TimerBadge timer={{ state: 'paused', leftMs: 90_000, totalMs: 480_000 }} />)
  await goOn(10_000)
  expect(face().textContent).toBe('1:30')
  cleanup()
  render(<TimerBadge timer={running(-60_000)} />)
  await goOn(1_000)
  expect(face().textContent).toBe('0:00')
  expect(said()).toBe('')
  expect(chime).not.toHaveBeenCalled()
})

test('nothing is shown where there is no timer', () => {
  render(<TimerBadge timer={null} />)
  expect(screen.queryByRole('timer')).toBeNull()
})
