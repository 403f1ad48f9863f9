import { roomName } from '@atelier/shared/sync/room-name'
import { useDocPage } from '../projects/project-records'
import { LeaveGuard } from '../sync/leave-guard'
import { RoomClosed } from '../sync/room-closed'
import { useRoom } from '../sync/use-room'
import { DocPage } from './doc-page'
import { DocSkeleton } from './doc-skeleton'
import './doc-layout.css'
import './prose.css'
import './tables.css'
import './block-tools.css'
import './blocks.css'
import './editor.css'

/** One doc, live. */
export function DocScreen({ docId }: { docId: string }) {
  const state = useRoom(roomName('doc', docId))
  const { data: page } = useDocPage(docId)
  if (state.kind === 'closed') return <RoomClosed state={state} />
  if (state.kind === 'opening') return <DocSkeleton unreachable={state.unreachable} />
  return (
    <div className="doc-screen">
      <LeaveGuard state={state} />
      <DocPage key={state.room.doc.guid} docId={docId} state={state} page={page} />
    </div>
  )
}
