import type { Span } from '@atelier/shared/boards/span'
import { ChevronLeft, ChevronRight, MoreHorizontal } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useToday } from '../../i18n/use-today'
import { useDesk } from '../board-context'
import { useIsChosen } from '../card-selection'
import { toneOf, useCardWords } from '../time/card-tone'
import { useDayWords } from '../time/day-words'
import { useTimeDesk } from '../time/time-context'
import { TimelineCard } from './timeline-card'
import type { CardRow } from './timeline-rows'
import { headHeight, rowHeight } from './timeline-size'
import type { TimelinePlace } from './use-timeline-place'
import type { TimelineWindow } from './use-timeline-window'

type Props = {
  row: CardRow
  index: number
  isActive: boolean
  place: TimelinePlace
  seen: TimelineWindow
  /** The titles of what comes first. */
  waitsFor: string | undefined
  /** Where a drag would put it. */
  moved: Span | null
}

/** A card: its title at the side, its bar under its days, or the way to it where they are out of sight. */
export const TimelineRow = memo(function TimelineRow(props: Props) {
  const { row, index, isActive, place, seen, waitsFor, moved } = props
  const { timed } = row
  const { card } = timed
  const span = moved ?? timed.span
  const { t } = useTranslation('board-time')
  const { openCard, editable, selection } = useDesk()
  const isChosen = useIsChosen(selection, card.id)
  const { openMenu } = useTimeDesk()
  const words = useCardWords()
  const title = card.title || t('untitled')
  return (
    <tr
      aria-rowindex={index + 1}
      aria-label={words(timed)}
      aria-description={waitsFor && t('card.blocked', { titles: waitsFor })}
      aria-selected={editable ? isChosen : undefined}
      className="timeline-row"
      data-chosen={isChosen || undefined}
      data-row={row.key}
      data-timed={card.id}
      data-tone={toneOf(timed, useToday())}
      tabIndex={isActive ? 0 : -1}
      style={{ insetBlockStart: headHeight + index * rowHeight }}
    >
      <td className="timeline-label">
        <button type="button" tabIndex={-1} onClick={() => openCard(card.id)}>
          <span className="time-title" dir="auto">
            {title}
          </span>
        </button>
        <button
          type="button"
          className="time-more"
          tabIndex={isActive ? 0 : -1}
          aria-label={t('menu.label', { title })}
          aria-haspopup="menu"
          onClick={(event) => openMenu(card.id, event.currentTarget)}
        >
          <MoreHorizontal aria-hidden size={15} />
        </button>
      </td>
      <td className="timeline-days">
        <OutOfSight span={span} place={place} seen={seen} title={title} />
        {span.to >= seen.from && span.from <= seen.to && (
          <TimelineCard timed={timed} span={span} place={place} />
        )}
      </td>
    </tr>
  )
})

/** Beside the rows, where a bar is further to the side than one can see. For pointers: keys have Space. */
function OutOfSight(props: Pick<Props, 'place' | 'seen'> & { span: Span; title: string }) {
  const { span, place, seen, title } = props
  const { t } = useTranslation('board-time')
  const words = useDayWords()
  const side = span.to < seen.from ? 'before' : span.from > seen.to ? 'after' : null
  if (side === null) return null
  return (
    <button
      type="button"
      aria-hidden
      tabIndex={-1}
      className="timeline-hint"
      data-side={side}
      title={t('timeline.goTo', { title, days: words.range(span) })}
      onClick={() => place.goTo(span.from)}
    >
      {side === 'before' && <ChevronLeft aria-hidden size={13} className="rtl:rotate-180" />}
      {words.short(side === 'before' ? span.to : span.from, place.today)}
      {side === 'after' && <ChevronRight aria-hidden size={13} className="rtl:rotate-180" />}
    </button>
  )
}
