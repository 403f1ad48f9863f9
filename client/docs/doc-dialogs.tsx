/** Windows over a doc, opened by its menu and its top bar. */
import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react'
import { useProjectPage } from '../projects/project-records'
import type { DocDesk } from './doc-desk'

const ShareDialog = lazy(async () => ({ default: (await import('./share-dialog')).ShareDialog }))
const MoveDocDialog = lazy(async () => ({
  default: (await import('../projects/move-doc-dialog')).MoveDocDialog,
}))

const DownloadDialog = lazy(async () => ({
  default: (await import('../exchange/download-dialog')).DownloadDialog,
}))

type Which = 'share' | 'move' | 'download' | null

let shown: Which = null
const listeners = new Set<() => void>()

export function openDocDialog(which: Which): void {
  shown = which
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function DocDialogs({ desk }: { desk: DocDesk }) {
  const { page } = desk
  const which = useSyncExternalStore(subscribe, () => shown)
  const { data: project } = useProjectPage(which === 'move' ? page?.project.id : undefined)
  // Another doc begins with none.
  useEffect(() => () => openDocDialog(null), [])
  const close = () => openDocDialog(null)
  if (which === 'download') {
    return (
      <Suspense fallback={null}>
        <DownloadDialog docId={desk.docId} mayTakeComments={desk.follows} onClose={close} />
      </Suspense>
    )
  }
  if (!page) return null
  return (
    <Suspense fallback={null}>
      {which === 'share' && <ShareDialog page={page} onClose={close} />}
      {which === 'move' && project && (
        <MoveDocDialog project={project} doc={page} onClose={close} />
      )}
    </Suspense>
  )
}
