import type { Column } from '@atelier/shared/boards/board'
import type { Card } from '@atelier/shared/boards/card'
import { memo, type PointerEvent, useMemo } from 'react'
import { GridList, GridListItem } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { AddCard } from './add-card'
import { BoardCard } from './board-card'
import { useBoardPart, useDesk } from './board-context'
import { type BoardFilter, isFiltering, matches } from './board-filter'
import { ColumnHeader } from './column-header'
import { useCardDrag } from './use-card-drag'

type Props = {
  column: Column
  filter: BoardFilter
  adding: boolean
  onAddingChange(columnId: string | null): void
  /** Whether somebody is dragging this column, or one that would land before it. */
  drag: 'self' | 'before' | null
  dragHandlers(id: string): Record<string, (event: PointerEvent<HTMLElement>) => void>
}

/** One column: its header, its cards as a list one can drag in, and a way to add a card. */
export const BoardColumn = memo(function BoardColumn(props: Props) {
  const { column, filter } = props
  const { t } = useTranslation('boards')
  const { editable, openCard } = useDesk()
  const labels = useBoardPart((board) => board.labels)
  const dragHooks = useCardDrag(column)
  const name = column.name || t('column.unnamed')
  const hidden = isFiltering(filter) && column.cards.length > 0
  const emptyWords = hidden ? 'column.noMatch' : editable ? 'column.empty' : 'column.emptyReadOnly'
  const cards = useMemo(
    () => column.cards.filter((card) => matches(card, filter, labels)),
    [column.cards, filter, labels],
  )
  return (
    <section
      className="board-column"
      data-board-column={column.id}
      data-drag={props.drag}
      aria-label={name}
    >
      <ColumnHeader column={column} dragHandlers={props.dragHandlers(column.id)} />
      <GridList<Card>
        // A list cannot take up dragging later.
        key={String(editable)}
        className="board-cards"
        aria-label={t('column.cards', { name, count: column.cards.length })}
        items={cards}
        selectionMode="none"
        keyboardNavigationBehavior="tab"
        disallowTypeAhead
        {...(editable && { dragAndDropHooks: dragHooks })}
        onAction={(id) => openCard(String(id))}
        renderEmptyState={() => <p className="board-column-empty">{t(emptyWords)}</p>}
      >
        {(card) => (
          <GridListItem
            id={card.id}
            textValue={card.title || t('card.untitled')}
            className="board-card"
          >
            <BoardCard card={card} />
          </GridListItem>
        )}
      </GridList>
      {editable && (
        <AddCard
          column={column}
          open={props.adding}
          onOpenChange={(open) => props.onAddingChange(open ? column.id : null)}
        />
      )}
    </section>
  )
})
