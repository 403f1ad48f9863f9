import type { Column } from '@atelier/shared/boards/board'
import type { Card } from '@atelier/shared/boards/card'
import { ChevronDown } from 'lucide-react'
import { memo, useLayoutEffect, useMemo, useRef } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { AddPlace } from '../board-columns'
import { useBoardPart, useDesk } from '../board-context'
import { LaneCell } from './lane-cell'
import { laneHeight } from './lane-height'
import { type ShownLaneKind, takesCards } from './lane-kinds'
import type { Lane } from './lanes'
import { useLaneName } from './use-lane-name'
import { useNear } from './use-near'

type Props = {
  kind: ShownLaneKind
  lane: Lane
  columns: readonly Column[]
  cells: ReadonlyMap<string, readonly Card[]>
  isOpen: boolean
  onOpenChange(lane: string, isOpen: boolean): void
  /** Whether it is near the screen at first, and whether it is to be drawn wherever it is. */
  startsNear: boolean
  isWanted: boolean
  adding: AddPlace | null
  onAddingChange(place: AddPlace | null): void
}

/** One lane: its name, which folds it, and its part of every column, drawn where it is near the screen. */
export const LaneRow = memo(function LaneRow(props: Props) {
  const { kind, lane, cells, adding } = props
  const { t } = useTranslation('board-lanes')
  const { people, outcomes } = useDesk()
  const labels = useBoardPart((board) => board.labels)
  const name = useLaneName(kind)(lane)
  const section = useRef<HTMLElement>(null)
  const isNear = useNear(section, props.startsNear)
  const isOpen = props.isOpen || adding !== null
  const isTaking = takesCards(kind, lane.id, { people, labels, outcomes })
  const count = useMemo(() => new Set([...cells.values()].flat()).size, [cells])
  const height = useKeptHeight(cells)
  return (
    <section
      ref={section}
      className="board-lane"
      aria-label={name}
      data-closed={!isTaking || undefined}
    >
      <h3 className="board-lane-title">
        <Button aria-expanded={isOpen} onPress={() => props.onOpenChange(lane.id, !isOpen)}>
          <ChevronDown aria-hidden size={16} />
          <span dir="auto">{name}</span>
          <span className="board-count">{count}</span>
        </Button>
        {!isTaking && <small>{t('closed')}</small>}
      </h3>
      {isOpen &&
        (isNear || props.isWanted || adding ? (
          <Cells {...props} name={name} isTaking={isTaking} onLeave={height.keep} />
        ) : (
          <div style={{ blockSize: height.read() }} />
        ))}
    </section>
  )
})

type CellsProps = Props & { name: string; isTaking: boolean; onLeave(height: number): void }

function Cells({ onLeave, name, isTaking, ...row }: CellsProps) {
  const { editable } = useDesk()
  const { lane, cells, adding, onAddingChange } = row
  const ref = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = ref.current
    tellLists(element)
    return () => onLeave(element?.offsetHeight ?? 0)
  }, [onLeave])
  return (
    <div className="board-lane-cells" ref={ref}>
      {row.columns.map((column) => (
        <LaneCell
          key={column.id}
          kind={row.kind}
          lane={lane.id}
          name={name}
          column={column}
          cards={cells.get(column.id) ?? none}
          canAdd={editable && isTaking}
          isAdding={adding?.column === column.id}
          onAddingChange={onAddingChange}
        />
      ))}
    </div>
  )
}

const none: readonly Card[] = []

/** Lists hear only of scrolling where on the screen they are; they also come, and are moved, without. */
export function tellLists(element: Element | null): void {
  const scroller = element?.closest('.board-columns')
  if (scroller) requestAnimationFrame(() => scroller.dispatchEvent(new Event('scroll')))
}

/** As high as it was when it was drawn last, while it holds the same cards. */
function useKeptHeight(cells: Props['cells']) {
  const kept = useRef<{ cells: Props['cells']; height: number }>(null)
  const now = useRef(cells)
  useLayoutEffect(() => {
    now.current = cells
  })
  return useMemo(
    () => ({
      keep(height: number) {
        kept.current = { cells: now.current, height }
      },
      read: () =>
        kept.current && kept.current.cells === cells ? kept.current.height : laneHeight(cells),
    }),
    [cells],
  )
}
