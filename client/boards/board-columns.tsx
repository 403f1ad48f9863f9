import type { BoardFilter, LaneKind } from '@atelier/shared/boards/view'
import { useRef } from 'react'
import { useNarrow } from '../ui/use-narrow'
import { AddColumn } from './add-column'
import { BoardColumn } from './board-column'
import { useColumns, useDesk } from './board-context'
import { ColumnSwitcher } from './column-switcher'
import { BoardLanes } from './lanes/board-lanes'
import { shownLaneKinds } from './lanes/lane-kinds'
import { SelectionBar } from './selection-bar'
import { TouchDragLayer } from './touch-drag-layer'
import { useCardChoice } from './use-card-choice'
import { useCardKeys } from './use-card-keys'
import { useColumnDrag } from './use-column-drag'
import { useEdgeScroll } from './use-edge-scroll'
import { useTouchDrag } from './use-touch-drag'

export type ColumnsProps = {
  /** What its rows go by, if it has rows. */
  lanes?: LaneKind | null
  filter: BoardFilter
  /** Where a new card is being written. */
  adding: AddPlace | null
  onAddingChange(place: AddPlace | null): void
}

/** A column, and a lane where the board has lanes. */
export type AddPlace = { column: string; lane: string }

/** The columns side by side; on a phone one at a time. */
export function BoardColumns({ lanes, filter, adding, onAddingChange }: ColumnsProps) {
  const columns = useColumns()
  const { editable } = useDesk()
  const isNarrow = useNarrow()
  const scroller = useRef<HTMLDivElement>(null)
  const { drag, handlers } = useColumnDrag()
  useEdgeScroll(scroller)
  const rows = shownLaneKinds.find((kind) => kind === lanes)
  const held = useTouchDrag(scroller, rows)
  const press = useCardKeys(filter, onAddingChange)
  const choice = useCardChoice(filter)
  return (
    <>
      {!rows && isNarrow && <ColumnSwitcher columns={columns} scroller={scroller} />}
      <div
        className="board-columns"
        ref={scroller}
        data-held={held?.id}
        onKeyDownCapture={press}
        {...choice}
      >
        {rows ? (
          <BoardLanes {...{ filter, adding, onAddingChange }} kind={rows} />
        ) : (
          <>
            {columns.map((column) => (
              <BoardColumn
                key={column.id}
                column={column}
                filter={filter}
                adding={adding?.column === column.id}
                onAddingChange={onAddingChange}
                drag={
                  drag?.id === column.id ? 'self' : drag?.before === column.id ? 'before' : null
                }
                dragHandlers={handlers}
              />
            ))}
            {editable && <AddColumn target={drag !== null && drag.before === null} />}
          </>
        )}
      </div>
      <SelectionBar />
      {held && <TouchDragLayer drag={held} />}
    </>
  )
}
