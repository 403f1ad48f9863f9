import type { RoomName } from '@atelier/shared/sync/room-name'
import type { CopyIdentity } from '../offline/device-databases'
import { openRoom, roomKey } from './open-room'
import { openAhead } from './room-clients'

/** Opens a room before its screen is there to enter it. Answers how to give it up, where nobody enters. */
export const openRoomAhead = (name: RoomName, who: CopyIdentity): (() => void) =>
  openAhead(roomKey(name, who), () => openRoom(name, who))
