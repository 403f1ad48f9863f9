/**
 * The browser moves the caret at once and says so up to a frame later. Others' words or carets
 * that come in between would make the editor draw its older selection, and an arrow key, Home or
 * a click would be lost. So what the browser shows is read before anything of others is drawn.
 */
import { Extension } from '@tiptap/core'
import type { EditorView } from '@tiptap/pm/view'
import { yCursorPluginKey } from '@tiptap/y-tiptap'

export const CaretFirst = Extension.create({
  name: 'caretFirst',
  dispatchTransaction({ transaction, next }) {
    const { view } = this.editor
    if (!transaction.docChanged && transaction.getMeta(yCursorPluginKey)?.awarenessUpdated) {
      readCaret(view)
      const { selection } = view.state
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
