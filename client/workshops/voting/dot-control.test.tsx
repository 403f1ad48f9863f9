// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { i18n, startI18n } from '../../i18n/i18n'
import { DotControl } from './dot-control'

let said: string[] = []
function Two({ budget = 3, onOne = 2 }) {
  const [dots, setDots] = useState<Record<string, number>>({})
  const spent = Object.values(dots).reduce((sum, one) => sum + one, 0)
  return ['Meetings', 'Lunch'].map((name) => (
    <DotControl
      key={name}
      name={name}
      dots={dots[name] ?? 0}
      left={budget - spent}
      onOne={onOne}
      onChange={(to) => setDots({ ...dots, [name]: to })}
      say={(words) => said.push(words)}
    />
  ))
}
beforeAll(async () => {
  await startI18n('en')
  await i18n.loadNamespaces('workshop-results')
})
beforeEach(() => {
  said = []
})
afterEach(cleanup)

const more = (name: string) => screen.getByRole('button', { name: `One dot more on “${name}”` })
const less = (name: string) => screen.getByRole('button', { name: `One dot less on “${name}”` })
const dotsOn = (name: string) =>
  screen.getByRole('group', { name: `Your dots on “${name}”` }).textContent

test('dots are put down and taken back by a press, and it is said how many are left', async () => {
  const user = userEvent.setup()
  render(<Two />)
  await user.click(more('Meetings'))
  await user.click(more('Meetings'))
  expect(dotsOn('Meetings')).toBe('2 dots')
  expect(said.at(-1)).toBe('2 dots. 1 dot left')
  await user.click(less('Meetings'))
  expect([dotsOn('Meetings'), said.at(-1)]).toEqual(['1 dot', '1 dot. 2 dots left'])
})

test('no more lie on one thing than may, nor in all than one has, and it is said why', async () => {
  const user = userEvent.setup()
  render(<Two />)
  for (let times = 0; times < 3; times++) await user.click(more('Meetings'))
  expect([dotsOn('Meetings'), said.at(-1)]).toEqual(['2 dots', 'At most 2 dots on one thing.'])
  for (let times = 0; times < 2; times++) await user.click(more('Lunch'))
  expect([dotsOn('Lunch'), said.at(-1)]).toEqual([
    '1 dot',
    'You have no dots left. Take one back first.',
  ])
})

test('by keyboard dots are given with arrows and with figures, and the focus stays where it is', async () => {
  const user = userEvent.setup()
  render(<Two />)
  more('Meetings').focus()
  await user.keyboard('{ArrowUp}{ArrowUp}')
  expect(dotsOn('Meetings')).toBe('2 dots')
  await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}')
  expect(dotsOn('Meetings')).toBe('0 dots')
  await user.keyboard('9')
  expect(dotsOn('Meetings')).toBe('2 dots')
  expect(document.activeElement).toBe(more('Meetings'))
  await user.keyboard('{Enter}')
  expect(said.at(-1)).toBe('At most 2 dots on one thing.')
})

test('in German it is said in German', async () => {
  await i18n.changeLanguage('de')
  const user = userEvent.setup()
  render(<Two />)
  await user.click(screen.getByRole('button', { name: 'Ein Punkt mehr auf „Lunch“' }))
  expect(said.at(-1)).toBe('1 Punkt. Noch 2 Punkte übrig')
  await i18n.changeLanguage('en')
})
