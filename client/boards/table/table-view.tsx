import type { BoardFilter, TableColumn } from '@atelier/shared/boards/view'
import { useCallback, useMemo, useState } from 'react'
import { SelectionBar } from '../selection-bar'
import { useBoardView } from '../use-board-view'
import { useChosenShown } from '../use-card-choice'
import { shownColumns } from './shown-columns'
import { TableBar } from './table-bar'
import { TableGrid } from './table-grid'
import { useTableRows, useTableWorld } from './use-table-rows'
import './table.css'
import './table-groups.css'

/** All cards as rows: sorted, grouped, counted, and edited in place. */
export function TableView({ filter }: { filter: BoardFilter }) {
  const { view, changeView } = useBoardView()
  const { sort, group } = view
  useChosenShown(filter)
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const world = useTableWorld()
  const rows = useTableRows(world, { filter, sort, group }, folded)
  const columns = useMemo(() => shownColumns(view.columns), [view.columns])
  const fold = useCallback((id: string) => setFolded((before) => toggled(before, id)), [])
  const sortBy = useCallback(
    (by: TableColumn) => {
      // Up, down, and then as on the board.
      if (sort?.by !== by) changeView({ sort: { by, down: false } })
      else changeView({ sort: sort.down ? null : { by, down: true } })
    },
    [sort, changeView],
  )
  return (
    <div className="table-view">
      <TableBar
        view={view}
        columns={columns}
        onChange={(change) => {
          if (change.group !== undefined) setFolded(new Set())
          changeView(change)
        }}
      />
      <TableGrid
        rows={rows}
        world={world}
        columns={columns}
        sort={sort}
        onSort={sortBy}
        onFold={fold}
      />
      <SelectionBar />
    </div>
  )
}

function toggled(before: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const after = new Set(before)
  if (!after.delete(id)) after.add(id)
  return after
}
