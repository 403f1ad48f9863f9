import type { TableColumn } from '@atelier/shared/boards/view'
import { memo } from 'react'
import { CardCell } from './card-cell'
import { GroupCell } from './group-cell'
import { NewCardCell } from './new-card-cell'
import type { TableRow } from './table-rows'

type Props = {
  row: TableRow
  columns: readonly TableColumn[]
  index: number
  /** How far down, in pixels. */
  start: number
  /** The column the keyboard is on, if it is on this row. */
  active: number | null
  editing: boolean
  isChosen: boolean
}

/** One row: a card, the name of a group, or where a card can be written. */
export const TableLine = memo(function TableLine({
  row,
  columns,
  index,
  start,
  active,
  editing,
  isChosen,
}: Props) {
  const { kind } = row
  return (
    <div
      role="row"
      className="table-line"
      data-kind={kind}
      data-table-card={kind === 'card' ? row.card.id : undefined}
      aria-selected={kind === 'card' ? isChosen : undefined}
      data-active={active !== null || undefined}
      data-archived={(kind === 'card' && row.card.archivedAt !== null) || undefined}
      aria-rowindex={index + 2}
      style={{ insetBlockStart: start }}
    >
      {kind === 'card' &&
        columns.map((column, at) => (
          <CardCell
            key={column}
            row={row.key}
            card={row.card}
            column={column}
            index={at}
            isActive={active === at}
            isEditing={editing && active === at}
          />
        ))}
      {kind === 'group' && <GroupCell row={row} span={columns.length} isActive={active !== null} />}
      {kind === 'new' && (
        <NewCardCell
          row={row}
          span={columns.length}
          isActive={active !== null}
          isEditing={editing}
        />
      )}
    </div>
  )
})
