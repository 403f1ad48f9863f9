import { MoreHorizontal } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useToday } from '../../i18n/use-today'
import { useDesk } from '../board-context'
import { useIsChosen } from '../card-selection'
import { CardFace } from '../time/card-face'
import { toneOf, useCardColours, useCardWords } from '../time/card-tone'
import { useDayWords } from '../time/day-words'
import { useTimeDesk } from '../time/time-context'
import type { TimedCard } from '../time/timed-cards'

/** A card in the list of days. */
export const AgendaCard = memo(function AgendaCard({ timed }: { timed: TimedCard }) {
  const { card, span } = timed
  const { t } = useTranslation('board-time')
  const { openCard, selection } = useDesk()
  const isChosen = useIsChosen(selection, card.id)
  const { openMenu } = useTimeDesk()
  const words = useDayWords()
  const cardWords = useCardWords()
  const colours = useCardColours(card)
  const title = card.title || t('untitled')
  return (
    <li
      className="time-card agenda-card"
      data-timed={card.id}
      data-grip
      data-chosen={isChosen || undefined}
      data-tone={toneOf(timed, useToday())}
      style={colours}
    >
      <button
        type="button"
        className="time-open"
        aria-label={cardWords(timed, isChosen)}
        onClick={() => openCard(card.id)}
      >
        <span className="time-title" dir="auto">
          {title}
        </span>
        {span.from !== span.to && <span className="agenda-range">{words.range(span)}</span>}
        <CardFace card={card} />
      </button>
      <button
        type="button"
        className="time-more"
        data-no-drag
        aria-label={t('menu.label', { title })}
        aria-haspopup="menu"
        onClick={(event) => openMenu(card.id, event.currentTarget)}
      >
        <MoreHorizontal aria-hidden size={16} />
      </button>
    </li>
  )
})
