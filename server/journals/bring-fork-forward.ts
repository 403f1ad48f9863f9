import { canInSection } from '@atelier/shared/access/can-in-journals'
import { refuse } from '@atelier/shared/refusals'
import { parseRoomName, type RoomName } from '@atelier/shared/sync/room-name'
import { loadingSubjects } from '../access/section-fork-queries'
import type { Deps } from '../http/deps'
import { bringForward } from '../suggestions/decide-suggestions'
import { findTakenIn } from './section-fork-queries'

/**
 * Before somebody comes into a fork of a section: what was deleted in the section since is deleted in it as well. Not
 * where nobody else has decided in it: then it holds nothing but what who suggests has had before them.
 */
export async function bringForkForward(
  deps: Pick<Deps, 'db' | 'rooms'>,
  name: RoomName,
): Promise<void> {
  const room = parseRoomName(name)
  const fork = room?.kind === 'section-suggestion' ? await findTakenIn(deps.db, room.id) : null
  if (!fork) return
  const { id, authorId, sectionId } = fork
  await bringForward(deps, {
    forked: { kind: 'section', id: sectionId },
    fork: { id, authorId },
    by: authorId,
    async requireStill() {
      const section = await loadingSubjects(deps.db)({ personId: authorId, sectionId })
      if (!section || !canInSection('read', section)) refuse('not-found')
    },
  })
}
