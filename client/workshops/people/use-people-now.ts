import type { Participant } from '@atelier/shared/workshops/workshop'
import { useCallback, useMemo, useRef, useSyncExternalStore } from 'react'
import type { RoomState } from '../../sync/room'
import { peopleIn } from '../../sync/use-presence'
import { useWorkshopPeople } from '../workshop-records'

const nobody: readonly Participant[] = []
const noStop = () => undefined

/** Everybody's seats, and by the wall's own presence who of them is here this moment. */
export function usePeopleNow(workshopId: string, wall: RoomState): readonly Participant[] {
  const { data: people = nobody } = useWorkshopPeople(workshopId)
  const here = useHere(wall)
  return useMemo(() => {
    if (here === '') return people
    const ids = new Set(here.split(' '))
    return people.map((one) => ({ ...one, here: ids.has(one.personId ?? one.id) }))
  }, [people, here])
}

/** Ids with a space between them, so that it changes only when somebody comes or goes; empty while nobody knows. */
function useHere(wall: RoomState): string {
  const room = wall.kind === 'open' ? wall.room : null
  const last = useRef('')
  const watch = useCallback(
    (listener: () => void) => {
      if (!room) return noStop
      // Not with every move of sixty pointers.
      const hear = ({ added, removed }: { added: number[]; removed: number[] }) => {
        if (added.length + removed.length > 0) listener()
      }
      room.awareness.on('change', hear)
      return () => room.awareness.off('change', hear)
    },
    [room],
  )
  const read = useCallback(() => {
    if (!room) return last.current
    last.current = peopleIn(room.awareness, room.me)
      .map(({ person }) => person.id)
      .sort()
      .join(' ')
    return last.current
  }, [room])
  return useSyncExternalStore(watch, read)
}
