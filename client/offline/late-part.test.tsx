// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { i18n, startI18n } from '../i18n/i18n'
import { latePart, lateWindow } from './late-part'

const load = vi.fn<() => Promise<({ words }: { words: string }) => string>>()
const offline = new TypeError('Failed to fetch dynamically imported module')

beforeAll(async () => {
  await startI18n('en')
  await i18n.loadNamespaces('offline')
  vi.spyOn(console, 'warn').mockReturnValue(undefined)
})
afterEach(cleanup)
beforeEach(() => {
  load.mockReset()
  load.mockResolvedValue(({ words }) => words)
})

test('a part is shown once its code is there, and something in its place until then', async () => {
  const Part = latePart(load, 'waiting')
  render(<Part words="One" />)
  expect(document.body.textContent).toContain('waiting')
  await screen.findByText('One')
})

test('a part whose code cannot be had says so, beside what is there, until it can', async () => {
  load.mockRejectedValueOnce(offline)
  const Part = latePart(load)
  render(
    <>
      <p>The rest</p>
      <Part words="Two" />
    </>,
  )
  await screen.findByText(/could not be loaded/)
  screen.getByText('The rest')
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  await screen.findByText('Two')
  expect(screen.queryByText(/could not be loaded/)).toBeNull()
})

test('whoever tries again keeps the keyboard: on the button while it is in vain, then on what came', async () => {
  load.mockRejectedValue(offline)
  const Part = latePart(async () => {
    const Words = await load()
    return ({ words }: { words: string }) => (
      <p>
        <Words words={words} /> <button type="button">Edit</button>
      </p>
    )
  })
  render(<Part words="Six" />)
  const again = await screen.findByRole('button', { name: 'Try again' })
  again.focus()
  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(load).toHaveBeenCalledTimes(2))
  await waitFor(() => expect(again.hasAttribute('data-pending')).toBe(false))
  expect(document.activeElement).toBe(again)
  load.mockResolvedValue(({ words }) => words)
  await userEvent.keyboard('{Enter}')
  await screen.findByText('Six')
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Edit' }))
})

test('where nothing in what came takes the keyboard, it has it itself', async () => {
  load.mockRejectedValueOnce(offline)
  const Part = latePart(async () => {
    const Words = await load()
    return ({ words }: { words: string }) => (
      <p>
        <Words words={words} />
      </p>
    )
  })
  render(<Part words="Seven" />)
  await userEvent.click(await screen.findByRole('button', { name: 'Try again' }))
  expect(document.activeElement).toBe(await screen.findByText('Seven'))
})

test('what comes leaves the keyboard to those who went on elsewhere', async () => {
  load.mockRejectedValueOnce(offline)
  const Part = latePart(load)
  render(
    <>
      <input aria-label="Elsewhere" />
      <Part words="Eight" />
    </>,
  )
  const late: { comes?(): void } = {}
  load.mockReturnValue(
    new Promise((resolve) => {
      late.comes = () => resolve(({ words }) => words)
    }),
  )
  await userEvent.click(await screen.findByRole('button', { name: 'Try again' }))
  const elsewhere = screen.getByRole('textbox', { name: 'Elsewhere' })
  await userEvent.click(elsewhere)
  late.comes?.()
  await screen.findByText('Eight')
  expect(document.activeElement).toBe(elsewhere)
})

test('a part that was fetched ahead is there at once, also without a network', async () => {
  const Part = latePart(load)
  await Part.fetch()
  load.mockRejectedValue(offline)
  render(<Part words="Three" />)
  screen.getByText('Three')
  expect(load).toHaveBeenCalledOnce()
})

test('fetching ahead in vain says nothing, and whoever opens it asks again', async () => {
  load.mockRejectedValueOnce(offline)
  const Part = latePart(load)
  await Part.fetch()
  render(<Part words="Four" />)
  await screen.findByText('Four')
})

test('a window whose code cannot be had says so in a window, which closes or tries again', async () => {
  load.mockRejectedValue(offline)
  const onClose = vi.fn()
  const Late = lateWindow<{ words: string; onClose(): void }>(load)
  render(<Late words="Five" onClose={onClose} />)
  await screen.findByRole('dialog', { name: 'Not loaded yet' })
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  await screen.findByRole('dialog', { name: 'Not loaded yet' })
  expect(load).toHaveBeenCalledTimes(2)
  await userEvent.keyboard('{Escape}')
  expect(onClose).toHaveBeenCalled()
})
