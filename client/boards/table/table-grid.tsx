import type { TableColumn, TableSort } from '@atelier/shared/boards/view'
import { type CSSProperties, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../board-context'
import { useChosen } from '../card-selection'
import { useBoardKeys } from '../use-board-keys'
import { templateOf } from './shown-columns'
import { TableProvider } from './table-context'
import { TableHead } from './table-head'
import { TableLine } from './table-line'
import type { TableRow } from './table-rows'
import type { TableWorld } from './table-world'
import { useActiveCell } from './use-active-cell'
import { useEditing } from './use-editing'
import { useTableActs } from './use-table-acts'
import { useTableKeys } from './use-table-keys'
import { useHeldRows } from './use-table-rows'
import { useVirtualRows } from './use-virtual-rows'

type Props = {
  rows: readonly TableRow[]
  world: TableWorld
  columns: readonly TableColumn[]
  sort: TableSort | null
  onSort(column: TableColumn): void
  onFold(group: string): void
}

/** A grid as WAI-ARIA means it: one stop for Tab, arrows inside. Only the rows in view are in the document. */
export function TableGrid({ rows: fresh, world, columns, sort, onSort, onFold }: Props) {
  const { t } = useTranslation('board-views')
  const { editable, selection } = useDesk()
  const chosen = useChosen(selection)
  const scroller = useRef<HTMLDivElement>(null)
  const editing = useEditing()
  const rows = useHeldRows(fresh, editing.holdsRows, world)
  const moves = useActiveCell(rows, columns.length)
  const acts = useTableActs({ rows, columns, moves, editing, scroller, onSort, onFold })
  const press = useTableKeys({ rows, columns, moves, editing, acts })
  const { items, height } = useVirtualRows(rows, moves.at, scroller)
  const { template, width } = templateOf(columns)
  useBoardKeys(useMemo(() => ({ newCard: acts.writeFirst }), [acts]))
  return (
    <TableProvider value={acts.forCells}>
      <div
        ref={scroller}
        role="grid"
        tabIndex={-1}
        className="table-grid"
        aria-label={t('table.label')}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        aria-readonly={!editable}
        aria-multiselectable={editable}
        style={{ '--table-columns': template, '--table-rest': `${width}px` } as CSSProperties}
        onKeyDown={press}
        onFocus={acts.noteFocus}
        onBlur={acts.noteBlur}
      >
        <TableHead
          columns={columns}
          sort={sort}
          active={moves.at === -1 ? moves.active.column : null}
        />
        <div className="table-body" role="rowgroup" style={{ blockSize: height }}>
          {items.map(({ index, start }) => {
            const row = rows[index]
            const isActive = index === moves.at
            return (
              row && (
                <TableLine
                  key={row.key}
                  row={row}
                  columns={columns}
                  index={index}
                  start={start}
                  active={isActive ? moves.active.column : null}
                  editing={isActive && editing.is}
                  isChosen={row.kind === 'card' && chosen.has(row.card.id)}
                />
              )
            )
          })}
        </div>
        {rows.every(({ kind }) => kind === 'new') && (
          <p className="table-empty">{t('table.empty')}</p>
        )}
      </div>
    </TableProvider>
  )
}
