// @vitest-environment happy-dom
import { sectionExtensions } from '@atelier/shared/journals/section-extensions'
import { Editor } from '@tiptap/core'
import { afterEach, expect, test, vi } from 'vitest'
import { NoFiles } from './no-files'

let editor: Editor
afterEach(() => editor?.destroy())

function open() {
  const refuse = vi.fn()
  const element = document.createElement('div')
  document.body.append(element)
  const extensions = [...sectionExtensions(), NoFiles.configure({ refuse })]
  editor = new Editor({ element, extensions, content: '<p>before</p>' })
  editor.commands.focus('end')
  const send = (type: 'paste' | 'drop', files: File[], html = '') => {
    const data = {
      ...{ types: html ? ['text/html', 'Files'] : ['Files'], files },
      getData: (kind: string) => (kind === 'text/html' ? html : ''),
    }
    const name = type === 'paste' ? 'clipboardData' : 'dataTransfer'
    const event = new Event(type, { bubbles: true, cancelable: true })
    editor.view.dom.dispatchEvent(Object.assign(event, { [name]: data, clientX: 1, clientY: 1 }))
    return event.defaultPrevented
  }
  return { refuse, send }
}

const picture = () => new File(['x'], 'part.png', { type: 'image/png' })

test.each(['paste', 'drop'] as const)('a file by %s is refused in words', (type) => {
  const { refuse, send } = open()
  editor.view.posAtCoords = () => ({ pos: 1, inside: 0 })
  expect(send(type, [picture()])).toBe(true)
  expect(refuse).toHaveBeenCalledOnce()
  expect(editor.getText()).toBe('before')
})

test('words are pasted, also where a program sends a picture of them along', () => {
  const { refuse, send } = open()
  send('paste', [picture()], '<p> and after</p>')
  expect(refuse).not.toHaveBeenCalled()
  expect(editor.getText()).toContain('after')
})
