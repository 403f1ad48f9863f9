import { ChevronDown, ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { personColour } from '../../ui/palette'
import { useTableActs } from './table-context'
import type { TableRow } from './table-rows'
import { focusable, useCellFocus } from './use-cell-focus'
import { useGroupName } from './use-group-name'

type Props = { row: Extract<TableRow, { kind: 'group' }>; span: number; isActive: boolean }

/** The name of a group with its sums; pressing it folds the group away. */
export function GroupCell({ row: { key, group, sums, folded }, span, isActive }: Props) {
  const { t } = useTranslation('board-views')
  const acts = useTableActs()
  const name = useGroupName()(group)
  const ref = useCellFocus<HTMLDivElement>(isActive)
  const Fold = folded ? ChevronRight : ChevronDown
  const facts = [
    t('table.sum.cards', { count: sums.cards }),
    sums.points > 0 && t('table.sum.points', { count: sums.points }),
    sums.total > 0 && t('table.sum.items', { done: sums.done, total: sums.total }),
  ].filter((words) => words !== false)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the grid's.
    <div
      ref={ref}
      role="gridcell"
      className="table-group"
      aria-colspan={span}
      aria-expanded={!folded}
      {...focusable(isActive)}
      onClick={() => {
        acts.press(key, 0, false)
        acts.fold(group.id)
      }}
    >
      <span className="table-group-words">
        <Fold aria-hidden size={15} />
        {group.colour && (
          <span className="table-dot" style={{ background: personColour(group.colour) }} />
        )}
        <strong dir="auto">{name}</strong>
        <small>{facts.join(' · ')}</small>
      </span>
    </div>
  )
}
