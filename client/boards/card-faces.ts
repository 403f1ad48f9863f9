import type { PresentPerson } from '@atelier/shared/sync/messages'
import { useSyncExternalStore } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import { stampedPresence } from '../sync/use-presence'
import { useDesk } from './board-context'

const nobody: readonly PresentPerson[] = []

/** Who else has which card open or in hand. Lists that did not change stay the same object. */
export type CardFaces = {
  of(cardId: string): readonly PresentPerson[]
  subscribe(listener: () => void): () => void
}

export function createCardFaces(awareness: Awareness, myId: string): CardFaces {
  let faces = readFaces(awareness, myId, new Map())
  return {
    of: (cardId) => faces.get(cardId) ?? nobody,
    subscribe(listener) {
      const refresh = () => {
        faces = readFaces(awareness, myId, faces)
        listener()
      }
      refresh()
      awareness.on('change', refresh)
      return () => awareness.off('change', refresh)
    },
  }
}

type Faces = ReadonlyMap<string, readonly PresentPerson[]>

function readFaces(awareness: Awareness, myId: string, previous: Faces): Faces {
  const faces = new Map<string, PresentPerson[]>()
  for (const state of awareness.getStates().values()) {
    const present = stampedPresence(state)
    if (!present || present.person.id === myId || typeof present.card !== 'string') continue
    const { person, card } = present
    const there = faces.get(card) ?? []
    if (!there.some((known) => known.id === person.id)) there.push(person)
    faces.set(card, there)
  }
  const kept = new Map<string, readonly PresentPerson[]>()
  for (const [card, people] of faces) {
    const before = previous.get(card)
    const same = before?.length === people.length && before.every((p, i) => sameFace(p, people[i]))
    kept.set(card, before && same ? before : people)
  }
  return kept
}

const sameFace = (a: PresentPerson, b: PresentPerson | undefined): boolean =>
  a.id === b?.id && a.name === b.name && a.colour === b.colour

export function useCardFaces(cardId: string): readonly PresentPerson[] {
  const { faces } = useDesk()
  return useSyncExternalStore(faces.subscribe, () => faces.of(cardId))
}
