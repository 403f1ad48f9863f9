import { type Anchor, decodeAnchor } from './anchor'
import { anchorFromText } from './anchor-text'
import type { CommentThread } from './comment'

/** A thread on a selection. `text` is its anchor as the server has it. */
export type Held = { id: string; text: string; anchor: Anchor; quote: string; resolved: boolean }

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
