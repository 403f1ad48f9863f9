/** What somebody has begun to talk about below a section, in this tab, as long as its words are not sent. */
import type { Composing } from '../comments/comment-store'
import { watchForUnsent } from '../offline/unsent-words'

/** `about` is empty for the whole section. */
export type BegunThread = { about: string; composing: Composing | null }

const begun = new Map<string, BegunThread>()

watchForUnsent({
  what: 'comment',
  // The words themselves say so.
  isWaiting: () => false,
  send: () => Promise.resolve(),
  forget: () => begun.clear(),
})

export const begunIn = (sectionId: string): BegunThread | null => begun.get(sectionId) ?? null

/** Null ends it. */
export function holdBegun(sectionId: string, thread: BegunThread | null): void {
  if (thread) begun.set(sectionId, thread)
  else begun.delete(sectionId)
}
