import type { BoardFigures } from '@atelier/shared/exchange/board-import'
import type { Imported } from '@atelier/shared/exchange/exchange'
import { Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'
import { ImportReport } from '../import-report'
import { useUndoImport } from './use-undo-import'

/** All that came along, in numbers. */
function Figures({ figures }: { figures: BoardFigures }) {
  const { t, i18n } = useTranslation('board-exchange')
  const { people, ...rest } = figures
  const all = { ...rest, matched: people.matched, unmatched: people.unmatched }
  return (
    <dl className="mt-4 grid gap-x-4 gap-y-1 text-sm sm:grid-cols-2">
      {figureNames
        .filter((name) => all[name] > 0)
        .map((name) => (
          <div
            key={name}
            className="flex items-baseline justify-between gap-4 border-line border-b py-1"
          >
            <dt className="text-ink-soft">{t(`figure.${name}`)}</dt>
            <dd className="tabular-nums">{all[name].toLocaleString(i18n.language)}</dd>
          </div>
        ))}
    </dl>
  )
}

const figureNames = [
  ...(['cards', 'archived', 'checklists', 'comments', 'matched', 'unmatched', 'links'] as const),
]

type Props = { imported: Imported; projectId: string; onClose: () => void }

/** What is there now, what is not as it was, and the way back. */
export function BoardImportReport({ imported, projectId, onClose }: Props) {
  const { t } = useTranslation('board-exchange')
  const undo = useUndoImport(projectId, onClose)
  const [board] = imported.boards
  return (
    <ImportReport
      imported={imported}
      about={imported.figures && <Figures figures={imported.figures} />}
      onClose={onClose}
    >
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
