import type { Column } from '@atelier/shared/boards/board'
import type { Card } from '@atelier/shared/boards/card'
import {
  type ComponentProps,
  createContext,
  memo,
  type ReactNode,
  type RefObject,
  use,
  useCallback,
  useMemo,
  useRef,
} from 'react'
import {
  Collection,
  GridList,
  GridListItem,
  type Key,
  type Selection,
  Virtualizer,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { BoardCard, CardTools } from './board-card'
import { useDesk } from './board-context'
import { CardListLayout, keepLayout } from './card-list-layout'
import { FirstSight } from './first-sight'
import type { LanePlace } from './lanes/lane-place'
import { useCardDrag } from './use-card-drag'
import { useChosenIn } from './use-chosen-in'
import { useListStages } from './use-list-stages'

type Props = {
  column: Column
  /** Those of the column that are shown here, in order. */
  cards: readonly Card[]
  label: string
  empty: ReactNode
  /** The row of the board this list is in, if it has rows. */
  lane?: LanePlace
}

/**
 * The cards of a column as a list one can drag in; only those in view are in the document. What changes
 * with the cards, the list's name among it, is beside the list and not in its props: a list that is drawn
 * anew draws all its rows, and would do so twice, before and after it has taken the cards in.
 */
export function CardList({ column, cards, label, empty, lane }: Props) {
  const all = useRef(cards)
  all.current = cards
  const { stage, first, isCovered, place } = useListStages(cards, { hasPicture: !lane })
  return (
    <ShownCards value={first}>
      <CardTools value={stage === 'whole' ? 'all' : 'grip'}>
        <ListName value={label}>
          <div ref={place} className="board-list-place">
            {stage !== 'picture' && (
              <CardGrid column={column.id} all={all} empty={empty} lane={lane ?? null} />
            )}
            {isCovered && <FirstSight cards={cards} />}
          </div>
        </ListName>
      </CardTools>
    </ShownCards>
  )
}

const ShownCards = createContext<readonly Card[]>([])
const ListName = createContext('')

type GridProps = {
  /** Its id. */
  column: string
  /** The cards it shows, for when it is asked. */
  all: RefObject<readonly Card[]>
  empty: ReactNode
  lane: LanePlace | null
}

const CardGrid = memo(function CardGrid({ column, all, empty, lane }: GridProps) {
  const { t } = useTranslation('boards')
  const { editable, openCard, selection } = useDesk()
  const chosen = useChosenIn(column)
  const { dragAndDropHooks, isTakingIn } = useCardDrag(column, lane)
  const layout = useMemo(() => new CardListLayout(), [])
  const ref = useCallback(
    (list: HTMLElement | null) => void (list && keepLayout(list, layout)),
    [layout],
  )
  const choose = (keys: Selection) => {
    const here = keys === 'all' ? [...chosen, ...all.current.map(({ id }) => id)] : asIds(keys)
    const elsewhere = [...selection.read()].filter((id) => !chosen.has(id))
    selection.set([...elsewhere, ...here])
  }
  return (
    <Virtualizer layout={layout} shouldObserveItemSize>
      <GridList<Card>
        // A list cannot take up dragging later.
        key={String(editable)}
        ref={ref}
        className="board-cards"
        // A list without a name is warned of; the one that counts is put over this.
        aria-label={column}
        render={namedList}
        // What is dropped into a list it would choose, and say so; and the next click would choose instead of opening.
        selectionMode={editable && !isTakingIn ? 'multiple' : 'none'}
        selectedKeys={chosen}
        onSelectionChange={choose}
        // Whoever listens for it lets go of all, in other columns too.
        escapeKeyBehavior="none"
        keyboardNavigationBehavior="tab"
        disallowTypeAhead
        {...(editable && { dragAndDropHooks })}
        onAction={(id) => openCard(String(id))}
        renderEmptyState={() => <p className="board-column-empty">{empty}</p>}
      >
        <CardRows untitled={t('card.untitled')} />
      </GridList>
    </Virtualizer>
  )
})

const namedList = (props: ComponentProps<'div'>) => <NamedList {...props} />

/**
 * Its element alone is drawn anew when the name changes. `aria-labelledby` would not do: the places to
 * drop a card are called by this element, and a name is not followed twice.
 */
function NamedList(props: ComponentProps<'div'>) {
  const named = { ...props, 'aria-label': use(ListName) }
  return <div {...named} />
}

const asIds = (keys: Iterable<Key>): string[] => [...keys].map(String)

/** One function for all rows, so that a list whose cards are the same does not walk them again. */
function CardRows({ untitled }: { untitled: string }) {
  const row = useCallback(
    (card: Card) => (
      <GridListItem id={card.id} textValue={card.title || untitled} className="board-card">
        <BoardCard card={card} />
      </GridListItem>
    ),
    [untitled],
  )
  return <Collection items={use(ShownCards)}>{row}</Collection>
}
