/**
 * The browser moves the caret at once and says so up to a frame later. What comes in between would
 * work with the editor's older selection: others' words or carets would draw it again, so that an
 * arrow key, Home or a click was lost, and a quick Enter would split the line where the caret was.
 * So what the browser shows is read before.
 */
import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { yCursorPluginKey } from '@tiptap/y-tiptap'

export const CaretFirst = Extension.create({
  name: 'caretFirst',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleDOMEvents: {
          keydown(view) {
            if (!view.composing) readCaret(view)
            return false
          },
        },
      },
    }),
  ],
  dispatchTransaction({ transaction, next }) {
    const { editor } = this
    const movesCarets = transaction.getMeta(yCursorPluginKey)?.awarenessUpdated
    // Not yet, or no more, on the page: there is no caret to read, and Tiptap's `view` throws.
    if (movesCarets && !transaction.docChanged && !editor.isDestroyed) {
      readCaret(editor.view)
      const { selection } = editor.view.state
      if (transaction.doc === selection.$head.doc && !transaction.selection.eq(selection)) {
        transaction.setSelection(selection)
      }
    }
    next(transaction)
  },
})

/** What a `selectionchange` event does, now. ProseMirror has no public name for it. */
export function readCaret(view: EditorView): void {
  const { domObserver } = view as EditorView & { domObserver: { flush(): void } }
  domObserver.flush()
}
