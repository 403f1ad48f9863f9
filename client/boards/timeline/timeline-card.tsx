import type { Span } from '@atelier/shared/boards/span'
import type { CSSProperties } from 'react'
import { useToday } from '../../i18n/use-today'
import { useDesk } from '../board-context'
import { CardFace } from '../time/card-face'
import { toneOf, useCardColours } from '../time/card-tone'
import type { TimedCard } from '../time/timed-cards'
import { labelWidth } from './timeline-size'
import type { TimelinePlace } from './use-timeline-place'

type Props = { timed: TimedCard; span: Span; place: Pick<TimelinePlace, 'px' | 'range'> }

/** A card's bar; with one date only it is a point, which can be drawn out. The row speaks for it. */
export function TimelineCard({ timed, span, place }: Props) {
  const { card } = timed
  const { editable, openCard } = useDesk()
  const colours = useCardColours(card)
  const { px, range } = place
  const isPoint = span.from === span.to && (card.start === null || card.due === null)
  const width = (span.to - span.from + 1) * px
  const style = {
    ...colours,
    insetInlineStart: labelWidth + (span.from - range.from) * px + (isPoint ? px / 2 - 8 : 0),
    inlineSize: isPoint ? 16 : Math.max(6, width - 2),
  } as CSSProperties
  return (
    <div
      aria-hidden
      className="time-card timeline-card"
      data-grip={editable || undefined}
      data-tone={toneOf(timed, useToday())}
      data-point={isPoint || undefined}
      style={style}
      onClick={() => openCard(card.id)}
    >
      {!isPoint && width > 60 && <CardFace card={card} />}
      {editable && <span className="time-end" data-end="start" />}
      {editable && <span className="time-end" data-end="due" />}
    </div>
  )
}
