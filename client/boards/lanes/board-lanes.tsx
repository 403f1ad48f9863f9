import type { Card } from '@atelier/shared/boards/card'
import type { BoardFilter } from '@atelier/shared/boards/view'
import { useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { AddPlace } from '../board-columns'
import { useColumns } from '../board-context'
import { ColumnHeader } from '../column-header'
import { laneHeight, lanesWithin } from './lane-height'
import type { ShownLaneKind } from './lane-kinds'
import { LaneRow, tellLists } from './lane-row'
import { keepLanes } from './lane-window'
import { useClosedLanes } from './use-closed-lanes'
import { useLaneCells } from './use-lane-cells'
import './board-lanes.css'

type Props = {
  kind: ShownLaneKind
  filter: BoardFilter
  adding: AddPlace | null
  onAddingChange(place: AddPlace | null): void
}

/** The columns once more for every person, department or label: rows under one row of headers. */
export function BoardLanes({ kind, filter, adding, onAddingChange }: Props) {
  const columns = useColumns()
  const { lanes, cells } = useLaneCells(kind, filter)
  const { closed, setOpen } = useClosedLanes(kind)
  const [wanted, setWanted] = useState<string | null>(null)
  const root = useRef<HTMLDivElement>(null)
  const [atFirst] = useState(() => {
    const open = lanes.map(({ id }) => (closed.has(id) ? 0 : laneHeight(cells.get(id) ?? noCards)))
    return new Set(lanes.slice(0, lanesWithin(open, window.innerHeight * 1.5)).map(({ id }) => id))
  })
  useLayoutEffect(() => {
    if (!root.current) return
    keepLanes(root.current, {
      read: () =>
        lanes
          .filter(({ id }) => !closed.has(id))
          .map(({ id }) => ({
            id,
            cells: columns.map((column) => ({
              id: column.id,
              cards: cells.get(id)?.get(column.id) ?? none,
            })),
          })),
      draw: (lane) =>
        flushSync(() => {
          setOpen(lane, true)
          setWanted(lane)
        }),
    })
  })
  useTellWhenHigher(root)
  return (
    <div className="board-lanes" ref={root}>
      <div className="board-lane-heads">
        {columns.map((column) => (
          <div className="board-lane-head" key={column.id}>
            <ColumnHeader column={column} dragHandlers={noHandlers} />
          </div>
        ))}
      </div>
      {lanes.map((lane) => (
        <LaneRow
          key={lane.id}
          kind={kind}
          lane={lane}
          columns={columns}
          cells={cells.get(lane.id) ?? noCards}
          isOpen={!closed.has(lane.id)}
          onOpenChange={setOpen}
          startsNear={atFirst.has(lane.id)}
          isWanted={wanted === lane.id}
          adding={lane.id === adding?.lane ? adding : null}
          onAddingChange={onAddingChange}
        />
      ))}
    </div>
  )
}

const noCards: ReadonlyMap<string, readonly Card[]> = new Map()
const none: readonly Card[] = []
const noHandlers = {}

/** Lanes that grow or fold move all below them. */
function useTellWhenHigher(root: React.RefObject<HTMLElement | null>) {
  useLayoutEffect(() => {
    const element = root.current
    if (!element) return
    const observer = new ResizeObserver(() => tellLists(element))
    observer.observe(element)
    return () => observer.disconnect()
  }, [root])
}
