import type { Column } from '@atelier/shared/boards/board'
import type { Card } from '@atelier/shared/boards/card'
import type { BoardFilter } from '@atelier/shared/boards/view'
import { ChevronDown } from 'lucide-react'
import { memo, useMemo, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { AddCard } from '../add-card'
import type { AddPlace } from '../board-columns'
import { useBoardPart, useColumns, useDesk } from '../board-context'
import { CardList } from '../card-list'
import { ColumnHeader } from '../column-header'
import { useMatches } from '../use-matches'
import { lanesOf, lanesOfCard, type ShownLaneKind, takesCards } from './lane-kinds'
import { intoLanes, type Lane, type LaneCells } from './lanes'
import { useLaneName } from './use-lane-name'
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
  const { lanes, cells } = useLanes(kind, filter)
  return (
    <div className="board-lanes">
      <div className="board-lane-heads">
        {columns.map((column) => (
          <div className="board-lane-head" key={column.id}>
            <ColumnHeader column={column} dragHandlers={{}} />
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
          adding={lane.id === adding?.lane ? adding : null}
          onAddingChange={onAddingChange}
        />
      ))}
    </div>
  )
}

const noCards: ReadonlyMap<string, readonly Card[]> = new Map()

function useLanes(kind: ShownLaneKind, filter: BoardFilter) {
  const columns = useColumns()
  const { people } = useDesk()
  const labels = useBoardPart((board) => board.labels)
  const matches = useMatches(filter)
  const last = useRef<LaneCells>(undefined)
  return useMemo(() => {
    const world = { people, labels }
    const lanesFor = (card: Card) => (matches(card) ? lanesOfCard(card, kind, world) : [])
    last.current = intoLanes(columns, lanesFor, last.current)
    const cards = columns.flatMap((column) => column.cards.filter(matches))
    return { lanes: lanesOf(cards, kind, world), cells: last.current }
  }, [columns, kind, people, labels, matches])
}

type RowProps = {
  kind: ShownLaneKind
  lane: Lane
  columns: readonly Column[]
  cells: ReadonlyMap<string, readonly Card[]>
  adding: AddPlace | null
  onAddingChange(place: AddPlace | null): void
}

function LaneRow({ kind, lane, columns, cells, adding, onAddingChange }: RowProps) {
  const [isOpen, setOpen] = useState(true)
  const name = useLaneName(kind)(lane)
  const { t } = useTranslation('board-lanes')
  const { editable, people } = useDesk()
  const labels = useBoardPart((board) => board.labels)
  const isTaking = takesCards(kind, lane.id, { people, labels })
  const count = new Set([...cells.values()].flat()).size
  return (
    <section className="board-lane" aria-label={name}>
      <h3 className="board-lane-title">
        <Button aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          <ChevronDown aria-hidden size={16} />
          <span dir="auto">{name}</span>
          <span className="board-count">{count}</span>
        </Button>
        {!isTaking && <small>{t('closed')}</small>}
      </h3>
      {isOpen && (
        <div className="board-lane-cells">
          {columns.map((column) => (
            <LaneCell
              key={column.id}
              kind={kind}
              lane={lane}
              column={column}
              cards={cells.get(column.id) ?? none}
            >
              {editable && isTaking && (
                <AddCard
                  column={column}
                  lane={{ kind, id: lane.id }}
                  laneName={name}
                  open={adding?.column === column.id}
                  onOpenChange={(open) =>
                    onAddingChange(open ? { column: column.id, lane: lane.id } : null)
                  }
                />
              )}
            </LaneCell>
          ))}
        </div>
      )}
    </section>
  )
}

const none: readonly Card[] = []

type CellProps = {
  kind: ShownLaneKind
  lane: Lane
  column: Column
  cards: readonly Card[]
  children: React.ReactNode
}

const LaneCell = memo(function LaneCell({ kind, lane, column, cards, children }: CellProps) {
  const { t } = useTranslation('boards')
  const { t: words } = useTranslation('board-columns')
  const laneName = useLaneName(kind)(lane)
  const name = column.name || t('column.unnamed')
  const label = words('lanes.cell', { name, lane: laneName, count: cards.length })
  return (
    <section
      className="board-column board-lane-cell"
      data-board-column={column.id}
      data-lane={lane.id}
      aria-label={label}
    >
      <CardList column={column} cards={cards} label={label} empty="" lane={{ kind, id: lane.id }} />
      {children}
    </section>
  )
})
