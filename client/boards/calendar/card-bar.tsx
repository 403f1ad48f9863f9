import { MoreHorizontal } from 'lucide-react'
import { type CSSProperties, type MouseEvent, memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useToday } from '../../i18n/use-today'
import { useDesk } from '../board-context'
import { useIsChosen } from '../card-selection'
import { CardFace } from '../time/card-face'
import { toneOf, useCardColours, useCardWords } from '../time/card-tone'
import { useTimeDesk } from '../time/time-context'
import type { Segment } from './week-lanes'

/** A card on the days of one week; its ends can be drawn, where they are in this week. */
export const CardBar = memo(function CardBar(props: { segment: Segment; isActive: boolean }) {
  const { timed, lane, from, to, begins, ends } = props.segment
  const { card } = timed
  const { t } = useTranslation('board-time')
  const { editable, openCard, selection } = useDesk()
  const isChosen = useIsChosen(selection, card.id)
  const { openMenu } = useTimeDesk()
  const words = useCardWords()
  const colours = useCardColours(card)
  const title = card.title || t('untitled')
  const tabIndex = props.isActive ? 0 : -1
  const hangMenu = (event: MouseEvent<HTMLElement>) => {
    event.preventDefault()
    openMenu(card.id, event.currentTarget)
  }
  return (
    <div
      className="time-card calendar-card"
      data-timed={card.id}
      data-grip
      data-chosen={isChosen || undefined}
      data-tone={toneOf(timed, useToday())}
      data-begins={begins || undefined}
      data-ends={ends || undefined}
      style={{ ...colours, '--lane': lane, '--days': to - from + 1 } as CSSProperties}
    >
      <button
        type="button"
        className="time-open"
        tabIndex={tabIndex}
        aria-label={words(timed, isChosen)}
        onClick={() => openCard(card.id)}
        onContextMenu={hangMenu}
      >
        <span className="time-title" dir="auto">
          {title}
        </span>
        <CardFace card={card} />
      </button>
      {editable && begins && <span className="time-end" data-end="start" aria-hidden />}
      {editable && ends && <span className="time-end" data-end="due" aria-hidden />}
      <button
        type="button"
        className="time-more"
        data-no-drag
        tabIndex={tabIndex}
        aria-label={t('menu.label', { title })}
        aria-haspopup="menu"
        onClick={hangMenu}
      >
        <MoreHorizontal aria-hidden size={14} />
      </button>
    </div>
  )
})
