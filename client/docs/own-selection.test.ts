// @vitest-environment happy-dom
import { docExtensions } from '@atelier/shared/docs/doc-extensions'
import { Editor } from '@tiptap/core'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { afterEach, expect, test, vi } from 'vitest'
import { OwnSelection } from './own-selection'

let editor: Editor
afterEach(() => editor?.destroy())

test('what is selected keeps its name while others write above, and has another once it is another', () => {
  editor = new Editor({ extensions: docExtensions(), content: '<p>Hello</p><p>words</p>' })
  const own = new OwnSelection(editor)
  const heard = vi.fn()
  own.subscribe(heard)
  expect(own.get()).toBe('')
  editor.commands.setTextSelection({ from: 8, to: 13 })
  const name = own.get()
  expect(name).not.toBe('')

  const { tr } = editor.state
  editor.view.dispatch(tr.insertText('Oh ', 1).setMeta(ySyncPluginKey, { isChangeOrigin: true }))
  expect(editor.state.selection.from).toBe(11)
  expect(own.get()).toBe(name)
  expect(heard).toHaveBeenCalledTimes(1)

  editor.commands.setTextSelection({ from: 8, to: 13 })
  expect(own.get()).not.toBe(name)
  editor.commands.setTextSelection(2)
  expect(own.get()).toBe('')
})
