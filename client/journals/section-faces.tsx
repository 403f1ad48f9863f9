import type { Room } from '../sync/room'
import { RoomFaces } from '../sync/room-faces'
import { usePeopleHere } from '../sync/use-presence'

/** Who else is in a section now; nothing while one is alone in it. */
export function SectionFaces({ room }: { room: Room }) {
  if (usePeopleHere(room).length < 2) return null
  return (
    <div>
      <RoomFaces room={room} />
    </div>
  )
}
