// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { DialogTrigger } from 'react-aria-components'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { startI18n } from '../i18n/i18n'
import { Button } from './button'
import { Dialog, type DialogProps } from './dialog'
import { Popover } from './popover'

const onOpenChange = vi.fn<(isOpen: boolean) => void>()
const open = (props: Partial<DialogProps> & { title: string }) => (
  <Dialog isOpen onOpenChange={onOpenChange} {...props}>
    {props.children ?? <input aria-label="Words" />}
  </Dialog>
)
const user = userEvent.setup({ delay: null })
const letGo = () => (document.activeElement as HTMLElement).blur()

beforeAll(() => startI18n('en'))
afterEach(() => {
  cleanup()
  onOpenChange.mockReset()
})

test('Escape closes a window also when what had the focus in it has just gone', async () => {
  render(open({ title: 'Card' }))
  await user.click(screen.getByLabelText('Words'))
  letGo()
  expect(document.activeElement).toBe(document.body)
  await user.keyboard('{Escape}')
  expect(onOpenChange.mock.calls).toEqual([[false]])
})

test('Escape pressed twice at once closes a sheet and the window below it', async () => {
  const children = (
    <DialogTrigger>
      <Button>Assignees</Button>
      <Popover label="Choose">
        <input aria-label="Letters" />
      </Popover>
    </DialogTrigger>
  )
  render(open({ title: 'Card', children }))
  await user.click(screen.getByRole('button', { name: 'Assignees' }))
  await user.click(screen.getByLabelText('Letters'))
  await user.keyboard('{Escape}')
  expect(screen.queryByLabelText('Letters')).toBeNull()
  expect(onOpenChange).not.toHaveBeenCalled()
  await user.keyboard('{Escape}')
  expect(onOpenChange.mock.calls).toEqual([[false]])
})

test('Escape in a window closes it once', async () => {
  render(open({ title: 'Card' }))
  await user.click(screen.getByLabelText('Words'))
  await user.keyboard('{Escape}')
  expect(onOpenChange.mock.calls).toEqual([[false]])
})

test('of two windows Escape closes the one on top', async () => {
  const closeTop = vi.fn<(isOpen: boolean) => void>()
  render(open({ title: 'Card' }))
  render(open({ title: 'Question', onOpenChange: closeTop }))
  letGo()
  await user.keyboard('{Escape}')
  expect(closeTop.mock.calls).toEqual([[false]])
  expect(onOpenChange).not.toHaveBeenCalled()
})

test('a message that floats over all is no window on top', async () => {
  render(open({ title: 'Card' }))
  const message = document.createElement('div')
  message.setAttribute('role', 'alertdialog')
  message.setAttribute('aria-modal', 'false')
  document.body.append(message)
  letGo()
  await user.keyboard('{Escape}')
  message.remove()
  expect(onOpenChange.mock.calls).toEqual([[false]])
})

test('a window that may not be closed by key stays, wherever the focus is', async () => {
  render(open({ title: 'Import', isKeyboardDismissDisabled: true }))
  letGo()
  await user.keyboard('{Escape}')
  expect(onOpenChange).not.toHaveBeenCalled()
})
