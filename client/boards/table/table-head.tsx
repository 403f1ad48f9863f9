import type { TableColumn, TableSort } from '@atelier/shared/boards/view'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useTableActs } from './table-context'
import { focusable, useCellFocus } from './use-cell-focus'

type Props = {
  columns: readonly TableColumn[]
  sort: TableSort | null
  /** The column the keyboard is on. */
  active: number | null
}

/** The names of the columns; each sorts by itself. */
export function TableHead({ columns, sort, active }: Props) {
  return (
    <div className="table-head" role="rowgroup">
      <div className="table-line" role="row" aria-rowindex={1}>
        {columns.map((column, index) => (
          <HeadCell
            key={column}
            column={column}
            index={index}
            sort={sort?.by === column ? (sort.down ? 'descending' : 'ascending') : 'none'}
            isActive={active === index}
          />
        ))}
      </div>
    </div>
  )
}

type CellProps = {
  column: TableColumn
  index: number
  sort: 'ascending' | 'descending' | 'none'
  isActive: boolean
}

function HeadCell({ column, index, sort, isActive }: CellProps) {
  const { t } = useTranslation('board-views')
  const { sortBy } = useTableActs()
  const ref = useCellFocus<HTMLButtonElement>(isActive)
  return (
    <div
      role="columnheader"
      className="table-cell"
      data-column={column}
      aria-colindex={index + 1}
      aria-sort={sort}
    >
      <button ref={ref} type="button" {...focusable(isActive)} onClick={() => sortBy(column)}>
        <span>{t(`table.columns.${column}`)}</span>
        {sort === 'ascending' && <ArrowUp aria-hidden size={13} />}
        {sort === 'descending' && <ArrowDown aria-hidden size={13} />}
      </button>
    </div>
  )
}
