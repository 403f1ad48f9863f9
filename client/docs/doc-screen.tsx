import type { DocPage as DocFacts } from '@atelier/shared/projects/project'
import { roomName } from '@atelier/shared/sync/room-name'
import { BinnedRoom } from '../projects/binned-room'
import { useDocPage } from '../projects/project-records'
import { LeaveGuard } from '../sync/leave-guard'
import { RoomClosed } from '../sync/room-closed'
import { useRoom } from '../sync/use-room'
import { DocPage } from './doc-page'
import { DocSkeleton } from './doc-skeleton'
import { LeftHere } from './left-here'
import './doc-layout.css'
import './prose.css'
import './tables.css'
import './block-tools.css'
import './blocks.css'
import './inert.css'
import './media.css'
import './editor.css'

/** One doc, live. */
export function DocScreen({ docId }: { docId: string }) {
  const { data: page } = useDocPage(docId)
  // Taken out of the bin it is entered anew.
  if (!page?.rights.trashed) return <LiveDoc docId={docId} page={page} />
  return (
    <>
      <LeftHere docId={docId} isBinned />
      <BinnedRoom kind="doc" page={page} />
    </>
  )
}

function LiveDoc({ docId, page }: { docId: string; page: DocFacts | undefined }) {
  const name = roomName('doc', docId)
  const state = useRoom(name)
  if (state.kind === 'closed') {
    return (
      <>
        {state.reason === 'noAccess' && <LeftHere docId={docId} />}
        <RoomClosed state={state} />
      </>
    )
  }
  if (state.kind === 'opening') return <DocSkeleton unreachable={state.unreachable} />
  return (
    <div className="doc-screen">
      <LeaveGuard states={[state]} />
      <DocPage key={state.room.doc.guid} docId={docId} state={state} page={page} />
    </div>
  )
}
