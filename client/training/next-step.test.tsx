// @vitest-environment happy-dom
import type { RecordPage } from '@atelier/shared/training/record'
import type { WeekGlance } from '@atelier/shared/training/week-state'
import { cleanup, render, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { startI18n } from '../i18n/i18n'
import { NextStep } from './next-step'

vi.mock('@tanstack/react-router', () => ({
  Link: ({ params, children }: { params: { week: string }; children: ReactNode }) => (
    <a href={params.week}>{children}</a>
  ),
}))

const week = (name: string, state: WeekGlance['state'], waitsForMe = false): WeekGlance => ({
  ...{ week: name, state, addenda: 0, waitsForMe },
})
const weeks = [
  week('2026-W45', 'returned', true),
  week('2026-W46', 'gap'),
  week('2026-W47', 'submitted'),
  week('2026-W48', 'now'),
  week('2026-W49', 'ahead'),
]
const record = (known: Partial<RecordPage>) =>
  ({ id: 'r', role: 'apprentice', state: 'in-force', weeks, ...known }) as RecordPage

beforeAll(() => startI18n('en'))
afterEach(cleanup)

const links = () =>
  screen.queryAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')])

test('an apprentice is led to this week, to what came back and to what is missing', async () => {
  render(<NextStep record={record({})} />)
  await screen.findByText('Came back, or lacks an addendum')
  expect(links()).toEqual([
    ['Write this week', '2026-W48'],
    ['Week 45, 2026', '2026-W45'],
    ['Week 46, 2026', '2026-W46'],
  ])
})

test('who signs is led to what waits for them, and nobody anywhere before it is in force', async () => {
  render(
    <NextStep record={record({ role: 'trainer', weeks: [week('2026-W47', 'submitted', true)] })} />,
  )
  await screen.findByText('Waits for your signature')
  expect(links()).toEqual([['Week 47, 2026', '2026-W47']])
  cleanup()
  render(<NextStep record={record({ state: 'asked' })} />)
  expect(links()).toEqual([])
})
