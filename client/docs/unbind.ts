import type { Editor } from '@tiptap/core'
import { ySyncPluginKey } from '@tiptap/y-tiptap'

/**
 * Stops the binding before it can answer unknown content by deleting it. `destroy` alone is not
 * enough: the next view update would still write the editor's old content over the new.
 */
export function unbind(editor: Editor | null): void {
  if (!editor || editor.isDestroyed) return
  const { binding } = ySyncPluginKey.getState(editor.state)
  binding.destroy()
  binding._prosemirrorChanged = () => undefined
}
