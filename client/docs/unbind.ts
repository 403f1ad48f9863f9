import type { Editor } from '@tiptap/core'
import type { EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'

/** What we touch of y-tiptap's binding, which it gives no types for. */
export type Binding = {
  doc: Y.Doc
  type: Y.XmlFragment
  prosemirrorView: EditorView | null
  mapping: Map<unknown, unknown>
  destroy: () => void
  beforeAllTransactions: () => void
  _observeFunction: Parameters<Y.XmlFragment['observeDeep']>[0]
  _prosemirrorChanged: (doc: unknown) => void
}

/** Stops the binding before it can answer unknown content by deleting it. */
export function unbind(editor: Editor | null): void {
  if (!editor || editor.isDestroyed) return
  unbindAtOnce(ySyncPluginKey.getState(editor.state).binding)
}

/**
 * `destroy` alone is not enough: the next view update would still write the editor's old content
 * over the new.
 */
export function unbindAtOnce(binding: Binding): void {
  binding.destroy()
  binding._prosemirrorChanged = () => undefined
}
