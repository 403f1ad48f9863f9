import { unbindAtOnce } from '@atelier/shared/docs/guard-binding'
import type { Editor } from '@tiptap/core'
import { ySyncPluginKey } from '@tiptap/y-tiptap'

/** Stops the binding before it can answer unknown content by deleting it. */
export function unbind(editor: Editor | null): void {
  if (!editor || editor.isDestroyed) return
  unbindAtOnce(ySyncPluginKey.getState(editor.state).binding)
}
