// @vitest-environment happy-dom
import { docExtensions } from '@atelier/shared/docs/doc-extensions'
import { QueryClient } from '@tanstack/react-query'
import { Editor } from '@tiptap/core'
import { afterEach, expect, test, vi } from 'vitest'
import { References } from '../references/reference-desk'
import { PasteClipboard } from './paste-clipboard'

let editor: Editor
afterEach(() => editor?.destroy())

function open() {
  const refusePaste = vi.fn()
  const desk = {
    queries: new QueryClient(),
    locale: 'en-GB',
    projectId: undefined,
    words: { untitled: String, denied: '', archived: '', away: '' },
    follow: vi.fn(),
    refusePaste,
    offerEmbed: vi.fn(),
  }
  const element = document.createElement('div')
  document.body.append(element)
  editor = new Editor({
    element,
    extensions: [...docExtensions(), References.configure({ desk }), PasteClipboard],
    content: '<p>before</p>',
  })
  editor.commands.focus('end')
  const paste = (data: Record<string, string>) => {
    const clipboardData = {
      types: Object.keys(data),
      files: [],
      getData: (type: string) => data[type] ?? '',
    }
    const event = Object.assign(new Event('paste', { bubbles: true, cancelable: true }), {
      clipboardData,
    })
    editor.view.dom.dispatchEvent(event)
    return event.defaultPrevented
  }
  return { paste, refusePaste }
}

test('twenty megabytes are refused in words, and nothing of them is in the text', () => {
  const { paste, refusePaste } = open()
  expect(paste({ 'text/plain': 'a word '.repeat(3_000_000) })).toBe(true)
  expect(paste({ 'text/html': `<p>${'a'.repeat(7_000_000)}</p>` })).toBe(true)
  expect(refusePaste).toHaveBeenCalledTimes(2)
  expect(editor.getText()).toBe('before')
})

test('what becomes more than a frame takes is refused once it was read', async () => {
  const { paste, refusePaste } = open()
  paste({ 'text/html': `<p>${'汉'.repeat(1_200_000)}</p>` })
  await vi.waitFor(() => expect(refusePaste).toHaveBeenCalledOnce(), { timeout: 20_000 })
  expect(editor.getText()).toBe('before')
})

test('code keeps its lines and its language', () => {
  const { paste } = open()
  editor.commands.setContent('<p></p>')
  paste({ 'text/plain': 'let a = 1\r\nlet b', 'vscode-editor-data': '{"mode":"typescript"}' })
  expect(editor.getJSON().content?.[0]).toMatchObject({
    type: 'codeBlock',
    attrs: { language: 'typescript' },
    content: [{ text: 'let a = 1\nlet b' }],
  })
})

test('in code everything is plain text', () => {
  const { paste } = open()
  editor.commands.setContent('<pre><code>x</code></pre>')
  editor.commands.setTextSelection(2)
  paste({ 'text/html': '<h1>T</h1>', 'text/plain': '# T' })
  expect(editor.getHTML()).toContain('<pre>')
  expect(editor.getHTML()).not.toContain('<h1>')
})
