import type { DocPage } from '@atelier/shared/projects/project'
import { useCan } from '../access/use-can'
import { useSuggesting } from '../suggestions/use-suggesting'
import type { Room } from '../sync/room'

/** The ways in which this person may have the doc before them. */
export function useDocModes(docId: string, room: Room, page: DocPage | undefined) {
  const can = useCan()
  return useSuggesting({
    home: { kind: 'doc', id: docId },
    mayEdit: room.access === 'write',
    // Until it is known, what the server says to it decides.
    follows: page ? can('follow', page.rights) : true,
    maySuggest: page ? can('comment', page.rights) : room.access === 'write',
  })
}
