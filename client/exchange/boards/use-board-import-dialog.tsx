import type { ProjectPage } from '@atelier/shared/projects/project'
import { lazy, type ReactNode, Suspense, useState } from 'react'

const BoardImportDialog = lazy(async () => ({
  default: (await import('./board-import-dialog')).BoardImportDialog,
}))

/** Draw `dialog` where it stays: what it brings in changes everything around it. */
export function useBoardImportDialog({ id, members }: ProjectPage): {
  open: () => void
  dialog: ReactNode
} {
  const [isOpen, setIsOpen] = useState(false)
  const dialog = isOpen && (
    <Suspense fallback={null}>
      <BoardImportDialog projectId={id} members={members} onClose={() => setIsOpen(false)} />
    </Suspense>
  )
  return { open: () => setIsOpen(true), dialog }
}
