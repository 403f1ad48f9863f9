/**
 * What is half written and may lie on no device. It outlives the place it is written in, in this tab alone, until it
 * is sent, or whoever wrote it signs out.
 */
import type { CopyIdentity } from '../offline/device-databases'
import { watchForUnsent } from '../offline/unsent-words'

const held = new Map<string, unknown>()

watchForUnsent({
  what: 'comment',
  isWaiting: () => held.size > 0,
  // Only who writes it knows when it is ready.
  send: () => Promise.resolve(),
  forget: () => held.clear(),
})

const keyOf = ({ workspaceId, personId }: CopyIdentity, place: string) =>
  `${workspaceId}:${personId}:${place}`

/** Null where there is none. */
export const readTabDraft = (who: CopyIdentity, place: string): unknown =>
  held.get(keyOf(who, place)) ?? null

/** Null forgets it. */
export function holdTabDraft(who: CopyIdentity, place: string, draft: unknown): void {
  if (draft === null) held.delete(keyOf(who, place))
  else held.set(keyOf(who, place), draft)
}

/** All that begin like this, by the rest of their place. */
export function tabDraftsAt(who: CopyIdentity, beginning: string): Map<string, unknown> {
  const prefix = keyOf(who, beginning)
  const found = [...held].filter(([key]) => key.startsWith(prefix))
  return new Map(found.map(([key, draft]) => [key.slice(prefix.length), draft]))
}
