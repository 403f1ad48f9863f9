import type { Imported } from '@atelier/shared/exchange/exchange'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sendImport } from '../api/exchange-files'
import { useChange } from '../api/use-change'
import { Dialog } from '../ui/dialog'
import { ImportChoice } from './import-choice'
import { importFailure } from './import-failure'
import { ImportProgress } from './import-progress'
import { ImportReport } from './import-report'
import { type Chosen, packChosen } from './pack-chosen'

/** From a file of another program to docs of this project, with word of what stayed behind. */
export function ImportDialog({ projectId, onClose }: { projectId: string; onClose: () => void }) {
  const { t } = useTranslation('exchange')
  const queries = useQueryClient()
  const [share, setShare] = useState(0)
  const [name, setName] = useState('')
  const [failure, setFailure] = useState<string | null>(null)
  const [report, setReport] = useState<Imported | null>(null)
  const bring = useChange(
    async (chosen: Chosen[] | Promise<Chosen[]>) => {
      setShare(0)
      setFailure(null)
      setName('')
      try {
        // A folder that is dropped is read until all of it is known, or cannot be.
        const known = await chosen
        setName(nameOf(known))
        const file = await packChosen(known)
        if (file) return await sendImport(projectId, file, setShare)
        setFailure(t('problem.unknown-kind'))
      } catch (error) {
        setFailure(importFailure(error, t))
      }
      return null
    },
    {
      done(imported) {
        setReport(imported)
        return queries.invalidateQueries({ queryKey: ['project', projectId] })
      },
    },
  )
  return (
    <Dialog
      isOpen
      width="medium"
      title={t(report ? 'report.title' : 'import.title')}
      description={report ? undefined : t('import.intro')}
      isDismissable={!bring.isPending}
      isKeyboardDismissDisabled={bring.isPending}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      {report ? (
        <ImportReport imported={report} onClose={onClose} />
      ) : bring.isPending ? (
        <ImportProgress name={name} share={share} />
      ) : (
        <ImportChoice failure={failure} onChoose={bring.mutate} />
      )}
    </Dialog>
  )
}

/** Of a folder, or of the first of several files. */
const nameOf = ([first]: readonly Chosen[]) => first?.path.split('/')[0] ?? ''
