import type { RoomName } from '@atelier/shared/sync/room-name'
import type { Notices } from './notices'

/** How fresh faces on the home page are; a whole class arriving is then one notice per project. */
const gatherMs = 500

export type PresenceDeps = {
  notices: Pick<Notices, 'tell'>
  projectsOf(rooms: RoomName[]): Promise<string[]>
  later(work: () => void, ms: number): void
  onError(error: unknown): void
}

/** Turns "somebody came or went in this room" into `here` notices for those who may read its project. */
export function tellWhoIsHere({ notices, projectsOf, later, onError }: PresenceDeps) {
  const changed = new Set<RoomName>()

  async function tell(rooms: RoomName[]) {
    for (const id of await projectsOf(rooms)) {
      notices.tell({ what: 'here', id }, { kind: 'project', projectId: id })
    }
  }

  return function onPeopleChanged(room: RoomName) {
    changed.add(room)
    if (changed.size > 1) return
    later(() => {
      const rooms = [...changed]
      changed.clear()
      tell(rooms).catch(onError)
    }, gatherMs)
  }
}
