import { longest } from '@atelier/shared/boards/board-shape'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { OneLineField } from '../one-line-field'
import { useTableActs } from './table-context'
import type { TableRow } from './table-rows'
import { useAddTo } from './use-add-to'
import { focusable, useCellFocus } from './use-cell-focus'

type Props = {
  row: Extract<TableRow, { kind: 'new' }>
  span: number
  isActive: boolean
  isEditing: boolean
}

/** The last row of a group: what is written here becomes a card that fits into the group. */
export function NewCardCell({ row: { key, group }, span, isActive, isEditing }: Props) {
  const { t } = useTranslation('boards')
  const acts = useTableActs()
  const add = useAddTo(group)
  const ref = useCellFocus<HTMLDivElement>(isActive)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the grid's.
    <div
      ref={ref}
      role="gridcell"
      className="table-new"
      aria-colspan={span}
      {...focusable(isActive)}
      onClick={() => isEditing || acts.write(key)}
    >
      {isEditing ? (
        <OneLineField
          again
          className="table-field"
          label={t('card.newTitle', { column: add.where })}
          placeholder={t('card.newPlaceholder')}
          maxLength={longest.cardTitle}
          onDone={add.add}
          onLeave={(byKey) => acts.stopEditing(byKey ? 0 : null)}
        />
      ) : (
        <span className="table-new-words">
          <Plus aria-hidden size={15} />
          {t('card.add')}
        </span>
      )}
    </div>
  )
}
