import { placesKey } from '@atelier/shared/comments/thread-places'
import type { Editor } from '@tiptap/core'

/**
 * Brings the words of a thread into view; `focus` also leads the caret there. Without words that is
 * the text itself.
 */
export function showWords(
  { editor }: { editor: Editor },
  threadId: string | null,
  how: 'look' | 'focus',
): void {
  if (!editor.isInitialized || editor.isDestroyed) return
  const place =
    threadId === null ? undefined : placesKey.getState(editor.state)?.places.get(threadId)
  if (place) {
    const mark = editor.view.dom.querySelector(`[data-thread="${threadId}"]`)
    mark?.scrollIntoView({ block: 'nearest' })
  }
  if (how === 'look') return
  if (place) editor.commands.setTextSelection(place.from)
  // Of a reader, too: the view itself takes the focus only where one may write.
  if (editor.isEditable) editor.view.focus()
  else editor.view.dom.focus()
}
