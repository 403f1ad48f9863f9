import { useSyncExternalStore } from 'react'
import { useMe } from '../access/session'
import { isFieldOpen, openFieldsAt, readTabDraft, tabDraftsAt, watchTabDrafts } from './tab-drafts'

/** Where something is half written, of all places that begin like this: by the rest of them. */
export function useTabDrafts(beginning: string): ReadonlySet<string> {
  const who = useWho()
  return usePlaces(() => [...tabDraftsAt(who, beginning).keys()])
}

/** Those among them for which no field is open. */
export function useLeftDrafts(beginning: string): ReadonlySet<string> {
  const who = useWho()
  return usePlaces(() =>
    [...tabDraftsAt(who, beginning).keys()].filter(
      (rest) => !isFieldOpen(who, `${beginning}${rest}`),
    ),
  )
}

/** Where a field is open, of all places that begin like this: by the rest of them. */
export function useOpenFields(beginning: string): ReadonlySet<string> {
  const who = useWho()
  return usePlaces(() => openFieldsAt(who, beginning))
}

/** Whether something was left half written here before it is shown. */
export function useWasLeft(place: string): boolean {
  return readTabDraft(useWho(), place) !== null
}

function useWho() {
  const { id: personId, workspaceId } = useMe()
  return { personId, workspaceId }
}

function usePlaces(read: () => string[]): ReadonlySet<string> {
  const places = useSyncExternalStore(watchTabDrafts, () => read().join('\n'))
  return new Set(places.split('\n').filter((place) => place !== ''))
}
