// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { startI18n } from '../i18n/i18n'
import { HoursField } from './hours-field'
import { written } from './written-week'

function Two() {
  const [rows, setRows] = useState(() =>
    [120, 300].map((minutes) => written({ words: '', minutes, items: [] })),
  )
  return (
    <>
      {rows.map((row, nth) => (
        <HoursField
          key={row.id}
          nth={nth + 1}
          row={row}
          onChange={(to) => setRows(rows.map((one) => (one === row ? { ...one, ...to } : one)))}
        />
      ))}
      <button type="button" onClick={() => setRows(rows.slice(1))}>
        Remove
      </button>
      <output>{rows.map(({ minutes }) => minutes).join()}</output>
    </>
  )
}
beforeAll(() => startI18n('en'))
afterEach(cleanup)

const hours = () => screen.getAllByRole('textbox').map((field) => (field as HTMLInputElement).value)
/** What is typed stands in place of what stood there. */
const over = (field?: HTMLElement) => ({
  initialSelectionStart: 0,
  initialSelectionEnd: (field as HTMLInputElement).value.length,
})
const saved = () => screen.getByRole('status').textContent

test('the hours that are shown are those that are saved, whatever was typed and removed', async () => {
  const user = userEvent.setup()
  render(<Two />)
  await screen.findAllByRole('textbox')
  expect(hours()).toEqual(['2', '5'])
  const [first] = screen.getAllByRole('textbox')
  await user.clear(first as HTMLElement)
  await user.type(first as HTMLElement, '1,5')
  expect([hours(), saved()]).toEqual([['1,5', '5'], '90,300'])
  await user.click(screen.getByRole('button', { name: 'Remove' }))
  expect([hours(), saved()]).toEqual([['5'], '300'])
})

test('what cannot be read is said, and changes no hours', async () => {
  const user = userEvent.setup()
  render(<Two />)
  const [first] = await screen.findAllByRole('textbox')
  await user.type(first as HTMLElement, 'all day', over(first))
  expect([hours()[0], saved()]).toEqual(['all day', '120,300'])
  expect(first?.getAttribute('aria-invalid')).toBe('true')
})

test('more hours than a week has are said to be wrong, and are not made less', async () => {
  const user = userEvent.setup()
  render(<Two />)
  const [first] = await screen.findAllByRole('textbox', { name: /Hours, Activity/ })
  await user.type(first as HTMLElement, '200', over(first))
  expect([hours()[0], saved()]).toEqual(['200', '120,300'])
  expect(screen.getByText('A week has 168 hours at most.')).toBeTruthy()
})
