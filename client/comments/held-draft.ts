/** What a comment that is being written is about. */
import { decodeAnchor, encodeAnchor } from '@atelier/shared/comments/anchor'
import { anchorFromText, anchorToText } from '@atelier/shared/comments/anchor-text'
import type { CommentThread } from '@atelier/shared/comments/comment'
import type { Editor } from '@tiptap/core'
import { marksKey, threadAt } from './comment-marks'
import type { Composing } from './comment-store'
import { type Held, holdOn } from './mark-places'

export const draftId = 'new'

/** Null for a thread on the whole, or one whose anchor nobody can read. */
export function heldOf(
  thread: Pick<CommentThread, 'id' | 'anchor' | 'quote'> & { resolved: unknown },
): Held | null {
  const { id, anchor: text, quote, resolved } = thread
  const bytes = text === null ? null : anchorFromText(text)
  const anchor = bytes && decodeAnchor(bytes)
  if (text === null || !anchor) return null
  return { id, text, anchor, quote, resolved: resolved !== null }
}

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
  const place = marksKey.getState(editor.state)?.places.get(held.id)
  const now = place ? holdOn(editor.state, place) : null
  const { anchor, quote } = now ?? held
  return { anchor: anchorToText(encodeAnchor(anchor)), quote }
}
