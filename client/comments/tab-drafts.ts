/**
 * What is half written and may lie on no device. It outlives the place it is written in, in this tab alone, until it
 * is sent or thrown away, or whoever wrote it signs out; nobody closes the tab on it unasked.
 */
import type { CopyIdentity } from '../offline/device-databases'
import { isRemembered } from '../offline/remembered-who'
import { watchForUnsent } from '../offline/unsent-words'

const held = new Map<string, unknown>()
/** How many fields are open for what is written in a place. */
const fields = new Map<string, number>()
const listeners = new Set<() => void>()

const warn = (event: Event) => event.preventDefault()

function tell(): void {
  if (held.size > 0) globalThis.addEventListener?.('beforeunload', warn)
  else globalThis.removeEventListener?.('beforeunload', warn)
  for (const listener of listeners) listener()
}

watchForUnsent({
  what: 'comment',
  isWaiting: () => held.size > 0,
  // Only who writes it knows when it is ready.
  send: () => Promise.resolve(),
  forget() {
    held.clear()
    tell()
  },
})

/** Told when there is another one, or one less, and when a field for one is opened or closed. */
export function watchTabDrafts(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const keyOf = ({ workspaceId, personId }: CopyIdentity, place: string) =>
  `${workspaceId}:${personId}:${place}`

/** Null where there is none. */
export const readTabDraft = (who: CopyIdentity, place: string): unknown =>
  held.get(keyOf(who, place)) ?? null

/** Null forgets it. */
export function holdTabDraft(who: CopyIdentity, place: string, draft: unknown): void {
  const key = keyOf(who, place)
  const isNews = held.has(key) !== (draft !== null)
  if (draft === null) held.delete(key)
  else held.set(key, draft)
  if (isNews) tell()
}

/** All that begin like this, by the rest of their place. */
export function tabDraftsAt(who: CopyIdentity, beginning: string): Map<string, unknown> {
  const prefix = keyOf(who, beginning)
  const found = [...held].filter(([key]) => key.startsWith(prefix))
  return new Map(found.map(([key, draft]) => [key.slice(prefix.length), draft]))
}

/** It is written in; answers how that ends. */
export function openField(who: CopyIdentity, place: string): () => void {
  const key = keyOf(who, place)
  const count = (more: number) => {
    const now = (fields.get(key) ?? 0) + more
    if (now > 0) fields.set(key, now)
    else fields.delete(key)
    tell()
  }
  count(1)
  return () => count(-1)
}

export function openFieldsAt(who: CopyIdentity, beginning: string): string[] {
  const prefix = keyOf(who, beginning)
  return [...fields.keys()].flatMap((key) =>
    key.startsWith(prefix) ? [key.slice(prefix.length)] : [],
  )
}

export const isFieldOpen = (who: CopyIdentity, place: string): boolean =>
  fields.has(keyOf(who, place))

/** Null where nothing was written; else answers how it comes back, beside whatever was written there since. */
export function throwTabDraftAway(who: CopyIdentity, place: string): (() => void) | null {
  const draft = readTabDraft(who, place)
  if (draft === null) return null
  holdTabDraft(who, place, null)
  return () => {
    // Somebody else is here by now.
    if (!isRemembered(who)) return
    const isTaken = readTabDraft(who, place) !== null || isFieldOpen(who, place)
    holdTabDraft(who, isTaken ? `${place}:before` : place, draft)
  }
}
