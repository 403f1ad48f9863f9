import { parseRoomName } from '@atelier/shared/sync/room-name'
import { useDesk } from './board-context'

/** As addresses and the server know the board. */
export function useBoardId(): string {
  const { room } = useDesk()
  return parseRoomName(room.name)?.id ?? ''
}
