// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { act } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { SharedTextField } from './shared-text-field'

afterEach(cleanup)

function field(words: string, readOnly = false) {
  const text = new Y.Doc().getText('title')
  text.insert(0, words)
  const onEnter = vi.fn()
  render(<SharedTextField text={text} label="Title" onEnter={onEnter} readOnly={readOnly} />)
  const input = screen.getByLabelText<HTMLTextAreaElement>('Title')
  const others = (write: () => void) => act(() => text.doc?.transact(write, 'somebody else'))
  return { text, input, onEnter, others, user: userEvent.setup() }
}

describe('a field that several people write', () => {
  it('writes what is typed where the caret is', async () => {
    const { text, input, user } = field('Plan')
    await user.type(input, 'The ', { initialSelectionStart: 0, initialSelectionEnd: 0 })
    expect(text.toString()).toBe('The Plan')
  })

  it('keeps the caret at its letter while others write before it', async () => {
    const { text, input, others, user } = field('Plan')
    await user.click(input)
    input.setSelectionRange(4, 4)
    others(() => text.insert(0, 'Our '))
    expect([input.value, input.selectionStart]).toEqual(['Our Plan', 8])
  })

  it('takes back only one’s own typing', async () => {
    const { text, input, others, user } = field('Plan')
    await user.type(input, '!')
    others(() => text.insert(0, 'Our '))
    await user.keyboard('{Control>}z{/Control}')
    expect(text.toString()).toBe('Our Plan')
  })

  it('goes on at Enter, and stays one line when lines are pasted', async () => {
    const { text, input, onEnter, user } = field('')
    await user.click(input)
    await user.paste('two\nlines')
    await user.keyboard('{Enter}')
    expect(text.toString()).toBe('two lines')
    expect(onEnter).toHaveBeenCalledOnce()
  })

  it('has as many lines as are written and pasted, where it may', async () => {
    const text = new Y.Doc().getText('note')
    render(<SharedTextField text={text} label="Note" multiline />)
    const user = userEvent.setup()
    const input = screen.getByLabelText<HTMLTextAreaElement>('Note')
    await user.type(input, 'One{Enter}')
    await user.paste('two\nthree')
    expect(text.toString()).toBe('One\ntwo\nthree')
    act(() => text.doc?.transact(() => text.insert(3, '\nand a half'), 'somebody else'))
    expect(input.value).toBe('One\nand a half\ntwo\nthree')
  })

  it('lets a reader read', async () => {
    const { text, input, user } = field('Plan', true)
    await user.type(input, 'x')
    expect(text.toString()).toBe('Plan')
  })
})
