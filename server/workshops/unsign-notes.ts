import { roomName } from '@atelier/shared/sync/room-name'
import { setAuthor } from '@atelier/shared/workshops/wall-edits'
import type { Deps } from '../http/deps'
import type { OwnNotes } from './leave-workshops-queries'

/** No name of who has left stays at what they wrote. Where one wall cannot be had now, the others are done. */
export async function unsignNotes(
  { rooms, log }: Pick<Deps, 'rooms' | 'log'>,
  signed: readonly OwnNotes[],
): Promise<void> {
  for (const { workshopId, noteIds } of signed) {
    const wall = roomName('workshop', workshopId)
    await rooms
      .edit(wall, (doc) => {
        for (const id of noteIds) setAuthor(doc, id, null)
      })
      .catch((error: unknown) =>
        log.error({ err: error, room: wall }, 'could not take a name that has left off its notes'),
      )
  }
}
