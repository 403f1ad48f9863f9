import { reportKeeping } from '../offline/kept-records'
import { watchRooms } from '../sync/room-clients'

/**
 * Calls once, when `listUnsent` finds nothing any more. It looks again with all that becomes of any room of this page,
 * also of one that is opened later; and listens before it looks first, so that it misses nothing while that reads.
 */
export function watchSending(
  listUnsent: () => Promise<readonly string[]>,
  onSent: () => void,
): () => void {
  let isOver = false
  const look = async () => {
    if (isOver || (await listUnsent()).length > 0 || isOver) return
    isOver = true
    onSent()
  }
  const orReport = () => void look().catch(reportKeeping)
  const stop = watchRooms(orReport)
  orReport()
  return () => {
    isOver = true
    stop()
  }
}
