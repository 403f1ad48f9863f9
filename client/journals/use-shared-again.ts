import { roomName } from '@atelier/shared/sync/room-name'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { RoomState } from '../sync/room'
import { askRoomAgain } from '../sync/room-clients'
import type { EntryFacts } from './entry-facts'
import { entryKey } from './journal-records'

type Place = { id: string; state: RoomState; isGone: boolean }

/**
 * A section that was taken back is open again as soon as it is shared again. Which of the two came last, the entry
 * says: it is asked once the room is shut, and the room after each later answer in which the section stands.
 */
export function useSharedAgain({ entry, asOf }: EntryFacts, { id, state, isGone }: Place): void {
  const queries = useQueryClient()
  const isShut = state.kind === 'closed' && state.reason === 'noAccess'
  const shutAsOf = useRef<number | null>(null)
  const hasAsked = useRef(false)
  useEffect(() => {
    if (state.kind === 'open') hasAsked.current = false
    if (!isShut) {
      shutAsOf.current = null
      return
    }
    if (shutAsOf.current === null) {
      shutAsOf.current = asOf
      if (!hasAsked.current) void queries.invalidateQueries({ queryKey: entryKey(entry.id) })
    } else if (asOf > shutAsOf.current && !isGone) {
      shutAsOf.current = null
      hasAsked.current = true
      askRoomAgain(roomName('section', id))
    }
  }, [state.kind, isShut, isGone, asOf, id, entry.id, queries])
}
