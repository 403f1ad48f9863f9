import type { Column } from '@atelier/shared/boards/board'
import type { Card } from '@atelier/shared/boards/card'
import { memo, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { AddCard } from '../add-card'
import type { AddPlace } from '../board-columns'
import { CardList } from '../card-list'
import type { ShownLaneKind } from './lane-kinds'

type Props = {
  kind: ShownLaneKind
  lane: string
  /** Of the lane. */
  name: string
  column: Column
  cards: readonly Card[]
  canAdd: boolean
  isAdding: boolean
  onAddingChange(place: AddPlace | null): void
}

/** One column's part of a lane. */
export const LaneCell = memo(function LaneCell({ kind, lane, column, cards, ...props }: Props) {
  const { t } = useTranslation('boards')
  const { t: words } = useTranslation('board-columns')
  const place = useMemo(() => ({ kind, id: lane }), [kind, lane])
  const name = column.name || t('column.unnamed')
  const label = words('lanes.cell', { name, lane: props.name, count: cards.length })
  return (
    <section
      className="board-column board-lane-cell"
      data-board-column={column.id}
      data-lane={lane}
      aria-label={label}
    >
      <CardList column={column} cards={cards} label={label} empty="" lane={place} />
      {props.canAdd && (
        <AddCard
          column={column}
          lane={place}
          laneName={props.name}
          open={props.isAdding}
          onOpenChange={(open) => props.onAddingChange(open ? { column: column.id, lane } : null)}
        />
      )}
    </section>
  )
})
