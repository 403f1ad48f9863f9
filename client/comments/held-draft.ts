/** What a comment that is being written is about. */
import { encodeAnchor } from '@atelier/shared/comments/anchor'
import { anchorToText } from '@atelier/shared/comments/anchor-text'
import { holdOn } from '@atelier/shared/comments/mark-places'
import { placesKey } from '@atelier/shared/comments/thread-places'
import type { Editor } from '@tiptap/core'
import { threadAt } from './comment-marks'
import type { Composing } from './comment-store'

export const draftId = 'new'

/** What is selected, or the block the caret is in; a thread’s id where the caret is in its words. */
export function selected(editor: Editor): Composing | { threadId: string } {
  const { state } = editor
  const { selection } = state
  if (selection.empty) {
    const threadId = threadAt(state, selection.from)
    if (threadId !== null) return { threadId }
  }
  const { $from } = selection
  const range = selection.empty
    ? { from: $from.start(), to: $from.end() }
    : {
        from: Math.min(...selection.ranges.map((one) => one.$from.pos)),
        to: Math.max(...selection.ranges.map((one) => one.$to.pos)),
      }
  const held = range.from < range.to ? holdOn(state, range) : null
  if (!held) return { on: 'whole' }
  const text = anchorToText(encodeAnchor(held.anchor))
  return { on: 'selection', held: { id: draftId, text, ...held, resolved: false } }
}

/** As it is to be sent: its words may have gone elsewhere while it was written. */
export function heldNow(
  editor: Editor,
  composing: Composing,
): { anchor: string | null; quote: string } {
  if (composing.on === 'whole') return { anchor: null, quote: '' }
  const { held } = composing
  const place = placesKey.getState(editor.state)?.places.get(held.id)
  const now = place ? holdOn(editor.state, place) : null
  const { anchor, quote } = now ?? held
  return { anchor: anchorToText(encodeAnchor(anchor)), quote }
}
