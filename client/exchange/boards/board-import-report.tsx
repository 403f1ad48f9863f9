import type { Imported } from '@atelier/shared/exchange/exchange'
import { Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'
import { ImportReport } from '../import-report'
import { useUndoImport } from './use-undo-import'

type Props = { imported: Imported; projectId: string; onClose: () => void }

/** What is there now, what is not as it was, and the way back. */
export function BoardImportReport({ imported, projectId, onClose }: Props) {
  const { t } = useTranslation('board-exchange')
  const undo = useUndoImport(projectId, onClose)
  const [board] = imported.boards
  return (
    <ImportReport imported={imported} onClose={onClose}>
      {board && (
        <Button
          icon={<Undo2 size={16} />}
          isPending={undo.isPending}
          onPress={() => undo.mutate(board)}
        >
          {t('report.undo')}
        </Button>
      )}
    </ImportReport>
  )
}
