import { spanOf } from '@atelier/shared/boards/span'
import { CalendarPlus } from 'lucide-react'
import { GridList, GridListItem } from 'react-aria-components/GridList'
import { ListLayout, Virtualizer } from 'react-aria-components/Virtualizer'
import { useTranslation } from 'react-i18next'
import { useToday } from '../../i18n/use-today'
import { IconButton } from '../../ui/icon-button'
import { useDesk } from '../board-context'
import { useIsChosen } from '../card-selection'
import { toneOf } from './card-tone'
import { useDayWords } from './day-words'
import { useTimeDesk } from './time-context'
import type { UndatedCard } from './timed-cards'

type Props = { label: string; cards: readonly UndatedCard[]; empty: string }

/** Cards below each other, however many; each can be opened, dated, and dragged by its row. */
export function TimedList({ label, cards, empty }: Props) {
  const { openCard } = useDesk()
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: 40 }}>
      <GridList
        aria-label={label}
        items={cards.map(itemOf)}
        selectionMode="none"
        keyboardNavigationBehavior="tab"
        disallowTypeAhead
        className="time-list"
        onAction={(id) => openCard(String(id))}
        renderEmptyState={() => <p className="time-empty">{empty}</p>}
      >
        {({ timed }) => <Row timed={timed} />}
      </GridList>
    </Virtualizer>
  )
}

/** The same for the same card: a list draws again only what is another. */
function itemOf(timed: UndatedCard): Item {
  const item = items.get(timed) ?? { id: timed.card.id, timed }
  items.set(timed, item)
  return item
}

type Item = { id: string; timed: UndatedCard }
const items = new WeakMap<UndatedCard, Item>()

function Row({ timed }: { timed: UndatedCard }) {
  const { t } = useTranslation('board-time')
  const { editable, selection } = useDesk()
  const { askDate } = useTimeDesk()
  const words = useDayWords()
  const { card } = timed
  const span = spanOf(card)
  const title = card.title || t('untitled')
  const isChosen = useIsChosen(selection, card.id)
  return (
    <GridListItem
      id={card.id}
      textValue={isChosen ? `${title}, ${t('card.chosen')}` : title}
      data-chosen={isChosen || undefined}
      className="time-list-row"
      data-undated={span ? undefined : card.id}
      data-tone={toneOf(timed, useToday())}
    >
      <span className="time-list-title" dir="auto">
        {title}
      </span>
      {span && <span className="time-list-days">{words.range(span)}</span>}
      {editable && (
        <IconButton size="small" label={t('pickDate', { title })} onPress={() => askDate(card.id)}>
          <CalendarPlus aria-hidden size={15} />
        </IconButton>
      )}
    </GridListItem>
  )
}
