/** What a person has begun to write and not sent, on this device; erased when they sign out. */
import type { CopyIdentity } from './device-databases'

const prefixOf = ({ workspaceId, personId }: CopyIdentity) =>
  `atelier.draft:${workspaceId}:${personId}:`

/** For what keeps it in its own way. */
export const draftKey = (who: CopyIdentity, place: string): string => prefixOf(who) + place

/** Null where there is none, or none that can be read. */
export function readDraft(who: CopyIdentity, place: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(draftKey(who, place)) ?? 'null')
  } catch (error) {
    console.error('A draft could not be read.', error)
    return null
  }
}

/** Null forgets it. */
export function keepDraft(who: CopyIdentity, place: string, draft: unknown): void {
  const key = draftKey(who, place)
  try {
    if (draft === null) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(draft))
  } catch (error) {
    console.error('This device keeps no drafts.', error)
  }
}

export function eraseDrafts(who: CopyIdentity): void {
  const ours = Object.keys(localStorage).filter((key) => key.startsWith(prefixOf(who)))
  for (const key of ours) localStorage.removeItem(key)
}
