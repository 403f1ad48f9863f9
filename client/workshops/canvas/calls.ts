/** “Look here”: which calls of others are new, and come from somebody who may call. */
import type { Awareness } from 'y-protocols/awareness'
import { stampedPresence } from '../../sync/use-presence'
import type { View } from './look-at'

export type Call = { personId: string; name: string; view: View }

/** Remembers what has been heard. Whoever comes later is not called by what was said before. */
export function createCallListener(awareness: Awareness, mayCall: (personId: string) => boolean) {
  const heard = new Map<number, number>()
  const callOf = (client: number) => {
    const present =
      client === awareness.clientID ? null : stampedPresence(awareness.getStates().get(client))
    return present?.call ? { present, call: present.call } : null
  }
  for (const client of awareness.getStates().keys())
    heard.set(client, callOf(client)?.call.nth ?? 0)
  return (clients: readonly number[]): Call | null => {
    let latest: Call | null = null
    for (const client of clients) {
      const found = callOf(client)
      if (!found || found.call.nth <= (heard.get(client) ?? 0)) continue
      heard.set(client, found.call.nth)
      const { person } = found.present
      const { x, y, zoom } = found.call
      if (mayCall(person.id) && zoom > 0)
        latest = { personId: person.id, name: person.name, view: { x, y, zoom } }
    }
    return latest
  }
}

/** Asks all others to look where this person looks. */
export function callAll(awareness: Awareness, view: View): void {
  const nth = (awareness.getLocalState()?.call?.nth ?? 0) + 1
  if (awareness.getLocalState()) awareness.setLocalStateField('call', { ...view, nth })
}
