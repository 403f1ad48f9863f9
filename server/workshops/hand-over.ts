/** A facilitator whose laptop dies leaves nobody stuck: soon after, somebody else who is there facilitates as well. */
import type { PresentPerson } from '@atelier/shared/sync/messages'
import { roomName } from '@atelier/shared/sync/room-name'
import type { Database } from '../db/database'
import type { Notices } from '../notices/notices'
import { passOnFacilitating } from './pass-on-queries'
import { tellWorkshop } from './tell-workshop'

/** Whoever only loads the page again is back by then. */
const patienceMs = 1500

export type HandOverDeps = {
  db: Database
  notices: Notices
  /** Who has the wall of this workshop open, on any node. */
  peopleAt(wall: ReturnType<typeof roomName>): readonly PresentPerson[]
  later(work: () => void, ms: number): void
  onError(error: unknown): void
}

/** To be told whenever somebody comes to a wall, or goes. */
export function handOver({ db, notices, peopleAt, later, onError }: HandOverDeps) {
  const waiting = new Set<string>()

  async function look(workshopId: string) {
    const people = peopleAt(roomName('workshop', workshopId)).filter(({ guest }) => !guest)
    if (people.length === 0) return
    const personIds = people.map(({ id }) => id)
    if (!(await passOnFacilitating(db, workshopId, personIds))) return
    tellWorkshop({ notices }, workshopId, ['workshop', 'workshop-people'])
  }

  return function onPeopleChanged(workshopId: string) {
    if (waiting.has(workshopId)) return
    waiting.add(workshopId)
    later(() => {
      waiting.delete(workshopId)
      look(workshopId).catch((error: unknown) => {
        onError(error)
        onPeopleChanged(workshopId)
      })
    }, patienceMs)
  }
}
