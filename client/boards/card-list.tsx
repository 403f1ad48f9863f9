import type { Column } from '@atelier/shared/boards/board'
import type { Card } from '@atelier/shared/boards/card'
import { type ReactNode, startTransition, useCallback, useEffect, useMemo, useState } from 'react'
import { GridList, GridListItem, type Key, Virtualizer } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { BoardCard } from './board-card'
import { useDesk } from './board-context'
import { CardListLayout, keepLayout } from './card-list-layout'
import { useChosen } from './card-selection'
import type { LanePlace } from './lanes/lane-place'
import { useCardDrag } from './use-card-drag'

type Props = {
  column: Column
  /** Those of the column that are shown here, in order. */
  cards: readonly Card[]
  label: string
  empty: ReactNode
  /** The row of the board this list is in, if it has rows. */
  lane?: LanePlace
}

/** The cards of a column as a list one can drag in; only those in view are in the document. */
export function CardList({ column, cards, label, empty, lane }: Props) {
  const { t } = useTranslation('boards')
  const { editable, openCard, selection } = useDesk()
  const chosen = useChosen(selection)
  const dragHooks = useCardDrag(column, lane ?? null)
  const shown = useFirstThenAll(cards)
  const layout = useMemo(() => new CardListLayout(), [])
  const ref = useCallback(
    (list: HTMLElement | null) => void (list && keepLayout(list, layout)),
    [layout],
  )
  return (
    <Virtualizer layout={layout} shouldObserveItemSize>
      <GridList<Card>
        // A list cannot take up dragging later.
        key={String(editable)}
        ref={ref}
        className="board-cards"
        aria-label={label}
        items={shown}
        selectionMode={editable ? 'multiple' : 'none'}
        selectedKeys={chosen}
        onSelectionChange={(keys) =>
          selection.set(keys === 'all' ? [...chosen, ...cards.map(({ id }) => id)] : asIds(keys))
        }
        keyboardNavigationBehavior="tab"
        disallowTypeAhead
        {...(editable && { dragAndDropHooks: dragHooks })}
        onAction={(id) => openCard(String(id))}
        renderEmptyState={() => <p className="board-column-empty">{empty}</p>}
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
    </Virtualizer>
  )
}

const asIds = (keys: Iterable<Key>): string[] => [...keys].map(String)

/** More than any screen is high. */
const firstSight = 40

/** A list of thousands is on screen before all of it is known to the list. */
function useFirstThenAll(cards: readonly Card[]): readonly Card[] {
  const [isWhole, setWhole] = useState(cards.length <= firstSight)
  useEffect(() => startTransition(() => setWhole(true)), [])
  return useMemo(() => (isWhole ? cards : cards.slice(0, firstSight)), [isWhole, cards])
}
