import type { Column } from '@atelier/shared/boards/board'
import type { BoardFilter } from '@atelier/shared/boards/view'
import { memo, type PointerEvent, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { AddCard } from './add-card'
import type { AddPlace } from './board-columns'
import { useDesk } from './board-context'
import { isFiltering } from './board-filter'
import { CardList } from './card-list'
import { useColumnWords } from './column-count'
import { ColumnHeader } from './column-header'
import { noLane } from './lanes/lanes'
import { useMatches } from './use-matches'

type Props = {
  column: Column
  filter: BoardFilter
  adding: boolean
  onAddingChange(place: AddPlace | null): void
  /** Whether somebody is dragging this column, or one that would land before it. */
  drag: 'self' | 'before' | null
  dragHandlers(id: string): Record<string, (event: PointerEvent<HTMLElement>) => void>
}

/** One column: its header, its cards as a list one can drag in, and a way to add a card. */
export const BoardColumn = memo(function BoardColumn(props: Props) {
  const { column, filter } = props
  const { t } = useTranslation('boards')
  const { editable } = useDesk()
  const matches = useMatches(filter)
  const name = column.name || t('column.unnamed')
  const hidden = isFiltering(filter) && column.cards.length > 0
  const emptyWords = hidden ? 'column.noMatch' : editable ? 'column.empty' : 'column.emptyReadOnly'
  const cards = useMemo(() => column.cards.filter(matches), [column.cards, matches])
  return (
    <section
      className="board-column"
      data-board-column={column.id}
      data-drag={props.drag}
      aria-label={name}
    >
      <ColumnHeader column={column} dragHandlers={props.dragHandlers(column.id)} />
      <CardList
        column={column}
        cards={cards}
        label={useColumnWords(column)}
        empty={t(emptyWords)}
      />
      {editable && (
        <AddCard
          column={column}
          open={props.adding}
          onOpenChange={(open) =>
            props.onAddingChange(open ? { column: column.id, lane: noLane } : null)
          }
        />
      )}
    </section>
  )
})
