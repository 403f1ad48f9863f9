// @vitest-environment happy-dom
import { emptyWeek, mostActivities, type WeekForm } from '@atelier/shared/training/week-form'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { startI18n } from '../i18n/i18n'
import { WeekFields } from './week-fields'
import { writtenWeek } from './written-week'

// Two are as good as forty, and drawn sooner.
vi.mock('@atelier/shared/training/week-form', async (original) => ({
  ...(await original<typeof import('@atelier/shared/training/week-form')>()),
  mostActivities: 2,
}))

function Week({ begins }: { begins: Partial<WeekForm> }) {
  const [form, setForm] = useState(() => writtenWeek({ ...emptyWeek, ...begins }))
  return (
    <WeekFields
      plan={{ items: [] }}
      form={form}
      isAddendum={false}
      isAhead={false}
      onChange={setForm}
    />
  )
}
beforeAll(() => startI18n('en'))
afterEach(cleanup)

const text = () => screen.queryByRole('textbox', { name: 'What did you do and learn?' })

test('a week of holidays or illness asks for no words, and takes them all the same', async () => {
  const user = userEvent.setup()
  render(<Week begins={{ absence: 'sick' }} />)
  await user.click(await screen.findByRole('button', { name: 'Write something all the same' }))
  expect(document.activeElement).toBe(text())
})

test('what is written of such a week stays where it is, also once all of it is deleted', async () => {
  const user = userEvent.setup()
  render(<Week begins={{ absence: 'sick', text: 'Here on Monday' }} />)
  await screen.findByRole('button', { name: /Sick/ })
  await user.clear(text() as HTMLElement)
  expect(text()).not.toBe(null)
})

test('the focus is handed on also where there were as many activities as there can be', async () => {
  const user = userEvent.setup()
  const activities = Array.from({ length: mostActivities }, () => ({
    ...{ words: 'Milled', minutes: 60, items: [] },
  }))
  render(<Week begins={{ activities }} />)
  await user.click(await screen.findByLabelText('Remove activity 1'))
  expect(document.activeElement?.textContent).toBe('Add an activity')
})

test('an activity that is added has the focus, and one that is removed hands it on', async () => {
  const user = userEvent.setup()
  render(<Week begins={{}} />)
  const add = await screen.findByRole('button', { name: 'Add an activity' })
  await user.click(add)
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Activity 1' }))
  await user.click(screen.getByRole('button', { name: 'Remove activity 1' }))
  expect(document.activeElement).toBe(add)
})
