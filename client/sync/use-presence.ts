import { type PersonColour, personColours } from '@atelier/shared/people/choices'
import type { Presence } from '@atelier/shared/sync/presence'
import { useMemo, useSyncExternalStore } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import type { Room } from './room'

/** Who is in the room: each person once, me first. Changes with them, not with where they write. */
export function usePeopleHere(room: Room): Presence['person'][] {
  const store = useMemo(() => peopleStore(room), [room])
  return useSyncExternalStore(store.subscribe, store.people)
}

function peopleStore(room: Room) {
  let shown: Presence['person'][] = []
  let shape = ''
  // Sixty pointers move all the time, and none of it changes who is here.
  const looks = new Map<number, string>()
  const looksNew = (client: number): boolean => {
    const state = (room.awareness.getStates().get(client) ?? {}) as Presence
    const look = JSON.stringify([state.person, says(state)])
    const isNew = looks.get(client) !== look
    looks.set(client, look)
    return isNew
  }
  return {
    subscribe: (listener: () => void) => {
      const hear = ({
        added,
        updated,
        removed,
      }: Record<'added' | 'updated' | 'removed', number[]>) => {
        for (const client of removed) looks.delete(client)
        const isNews = [...added, ...updated].filter(looksNew).length + removed.length > 0
        if (isNews) listener()
      }
      room.awareness.on('change', hear)
      return () => room.awareness.off('change', hear)
    },
    people: () => {
      const next = peopleIn(room.awareness, room.me).map(({ person }) => person)
      const nextShape = JSON.stringify(next)
      if (nextShape !== shape) {
        shape = nextShape
        shown = next
      }
      return shown
    },
  }
}

/** Someone with several tabs is shown by the tab that says most. */
export function peopleIn(awareness: Awareness, me: Room['me']): Presence[] {
  const byPerson = new Map<string, Presence>()
  byPerson.set(me.id, { ...awareness.getLocalState(), person: me })
  for (const [clientId, state] of awareness.getStates()) {
    const present = clientId === awareness.clientID ? null : stampedPresence(state)
    if (!present) continue
    const known = byPerson.get(present.person.id)
    if (!known) byPerson.set(present.person.id, present)
    else if (says(present) > says(known)) {
      byPerson.set(present.person.id, { ...present, person: known.person })
    }
  }
  const [mine, ...others] = byPerson.values()
  others.sort((a, b) => a.person.name.localeCompare(b.person.name))
  return mine ? [mine, ...others] : others
}

/** What the server stamped, or null for a state it has not stamped yet. */
export function stampedPresence(state: unknown): Presence | null {
  const { person } = (state ?? {}) as Partial<Presence>
  if (typeof person?.id !== 'string' || typeof person.name !== 'string') return null
  return { ...(state as Presence), person: { ...person, colour: known(person.colour) } }
}

const known = (colour: unknown): PersonColour =>
  personColours.find((name) => name === colour) ?? 'blue'

const says = ({ cursor, card, field }: Presence) => [cursor, card, field].filter(Boolean).length
