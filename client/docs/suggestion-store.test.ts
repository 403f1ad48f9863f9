// @vitest-environment happy-dom

import { docExtensions } from '@atelier/shared/docs/doc-extensions'
import type { Mention } from '@atelier/shared/docs/mention'
import { Editor } from '@tiptap/core'
import { afterEach, expect, test } from 'vitest'
import { MentionSuggestion, mentionStore } from './mention-suggestion'

let editor: Editor
afterEach(() => {
  editor?.destroy()
  document.body.replaceChildren()
})

const zora: Mention = { kind: 'person', id: '00000000-0000-4000-8000-000000000001', label: 'Zora' }

function type(text: string) {
  for (const letter of text) editor.view.dispatch(editor.state.tr.insertText(letter))
}

function waiting(query: string) {
  editor = new Editor({
    element: document.body,
    extensions: [...docExtensions(), MentionSuggestion],
    content: '<p></p>',
  })
  editor.view.focus()
  type(`@${query}`)
  const store = mentionStore(editor)
  expect(store.getState()?.query).toBe(query)
  store.getState()?.wait()
  return store
}

test('what is typed while a choice is waited for stays behind it, and the caret behind that', () => {
  const store = waiting('zora')
  type(' and I')
  expect(store.getState()).toMatchObject({ query: 'zora', isWaiting: true })
  store.getState()?.run(zora)
  type(' write')
  expect(editor.state.doc.firstChild?.toString()).toBe('paragraph(mention, " and I write")')
})

test('it is found where others have written above it, and nothing else is taken for it', () => {
  const store = waiting('zora')
  editor.commands.insertContentAt(0, '<p>@zora said others</p>', { updateSelection: false })
  store.getState()?.run(zora)
  expect(editor.state.doc.toString()).toBe(
    'doc(paragraph("@zora said others"), paragraph(mention, " "))',
  )
})

test('Escape and words that were deleted meanwhile end the waiting without a trace', () => {
  const store = waiting('zora')
  const late = store.getState()
  editor.commands.clearContent()
  late?.run(zora)
  expect(editor.getText()).toBe('')
  type('@zora')
  store.getState()?.wait()
  editor.view.dom.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
  expect(store.getState()).toBeNull()
})
