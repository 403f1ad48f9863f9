import { roomName } from '@atelier/shared/sync/room-name'
import { LeftComments } from '../comments/waiting-comment'
import { LeftFiles } from './left-files'

/** What this person has left on this device of a doc that is not open to them now. Draws nothing otherwise. */
export function LeftHere({ docId, isBinned = false }: { docId: string; isBinned?: boolean }) {
  return (
    <div className="mx-auto grid w-full max-w-3xl gap-2 px-4 pt-6 empty:hidden">
      <LeftFiles page={roomName('doc', docId)} open={[]} isBinned={isBinned} />
      <LeftComments docId={docId} />
    </div>
  )
}
