import { lazy, type ReactNode, Suspense, useState } from 'react'

const ImportDialog = lazy(async () => ({ default: (await import('./import-dialog')).ImportDialog }))

/** Draw `dialog` where it stays: what it brings in changes everything around it. */
export function useImportDialog(projectId: string): { open: () => void; dialog: ReactNode } {
  const [isOpen, setIsOpen] = useState(false)
  const dialog = isOpen && (
    <Suspense fallback={null}>
      <ImportDialog projectId={projectId} onClose={() => setIsOpen(false)} />
    </Suspense>
  )
  return { open: () => setIsOpen(true), dialog }
}
