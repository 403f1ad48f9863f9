/**
 * The browser moves the caret at once and says so up to a frame later. What comes in between would
 * work with the editor's older selection: others' words or carets, marks, tools that come and go
 * would draw it again, so that an arrow key, Home, a click or what was just selected was lost, and
 * a quick Enter would split the line where the caret was. So what the browser shows is read before.
 */
import { type Editor, Extension } from '@tiptap/core'
import { Plugin, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'

export const CaretFirst = Extension.create({
  name: 'caretFirst',
  onBeforeCreate() {
    readBeforePlugins(this.editor)
  },
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleDOMEvents: {
          keydown(view) {
            if (!view.composing) readCaret(view)
            return false
          },
          focus(view) {
            // As late as ProseMirror looks whether the browser has moved the caret, and just before.
            setTimeout(() => readCaret(view), 20)
            return false
          },
        },
      },
      view: (view) => ({ destroy: noteReading(view) }),
    }),
  ],
  dispatchTransaction({ transaction, next }) {
    const { editor } = this
    // Not yet, or no more, on the page: there is no caret to read, and Tiptap's `view` throws.
    const isOnPage = !editor.isDestroyed && !editor.isCapturingTransaction
    if (isOnPage && !transaction.selectionSet) takeAlong(editor.view, transaction)
    next(transaction)
  },
})

/** What we touch of ProseMirror's view that it has no public names for. */
type ReadView = EditorView & {
  /** Set at the end of a `focus` event: until then the browser may show the caret anywhere. */
  focused: boolean
  domObserver: { flush(): void; pendingRecords(): readonly MutationRecord[] }
}

const readings = new WeakSet<EditorView>()

/** What a `selectionchange` event does, now. */
export function readCaret(view: EditorView): void {
  const { domObserver, focused } = view as ReadView
  if (readings.has(view) || (view.editable && !focused)) return
  domObserver.flush()
}

/** ProseMirror dispatches while it reads: then it knows already what the browser shows. */
function noteReading(view: EditorView): () => void {
  const { domObserver } = view as ReadView
  const { flush } = domObserver
  domObserver.flush = () => {
    const isWithin = readings.has(view)
    readings.add(view)
    try {
      flush.call(domObserver)
    } finally {
      if (!isWithin) readings.delete(view)
    }
  }
  return () => {
    domObserver.flush = flush
  }
}

/** A transaction that moves nobody's caret on purpose keeps the one that is on screen. */
function takeAlong(view: EditorView, transaction: Transaction): void {
  // The binding has read it before it took in what others wrote, and knows where it is now.
  if (transaction.getMeta(ySyncPluginKey)?.isChangeOrigin) return
  readUnlessTyped(view)
  const { doc, selection } = view.state
  if (transaction.before !== doc) return
  const moved = selection.map(transaction.doc, transaction.mapping)
  if (moved.eq(transaction.selection)) return
  const { storedMarks, storedMarksSet } = transaction
  transaction.setSelection(moved)
  if (storedMarksSet) transaction.setStoredMarks(storedMarks)
}

/** Letters that are not read yet would change the doc under a transaction that is made already. */
function readUnlessTyped(view: EditorView): void {
  const { domObserver } = view as ReadView
  if (domObserver.pendingRecords().length === 0) readCaret(view)
  // Asking for them took them away from the observer.
  else queueMicrotask(() => domObserver.flush())
}

/** A plugin that comes or goes, or another setting, draws the text without any transaction. */
function readBeforePlugins(editor: Editor): void {
  const { registerPlugin, unregisterPlugin, setOptions } = editor
  const before =
    <Given extends unknown[], Answer>(act: (...given: Given) => Answer) =>
    (...given: Given): Answer => {
      if (!editor.isDestroyed) readCaret(editor.view)
      return act.apply(editor, given)
    }
  editor.registerPlugin = before(registerPlugin)
  editor.unregisterPlugin = before(unregisterPlugin)
  editor.setOptions = before(setOptions)
}
