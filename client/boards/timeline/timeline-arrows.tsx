import { memo } from 'react'
import type { TimeDrag } from '../time/drag-preview'
import type { TimedCard } from '../time/timed-cards'
import { type Dependency, dependenciesInView, isTooEarly, linePath } from './dependency-lines'
import { headHeight, labelWidth, rowHeight } from './timeline-size'
import type { TimelinePlace } from './use-timeline-place'
import type { TimelineWindow } from './use-timeline-window'

type Props = {
  lines: readonly Dependency[]
  seen: TimelineWindow
  place: TimelinePlace
  drag: TimeDrag | null
}

/** What waits for what; its words are with the rows. */
export const TimelineArrows = memo(function TimelineArrows({ lines, seen, place, drag }: Props) {
  const held = (timed: TimedCard): TimedCard =>
    drag?.span && drag.id === timed.card.id ? { ...timed, span: drag.span } : timed
  const shown = dependenciesInView(lines, seen.first, seen.last).map((one) => ({
    ...one,
    from: held(one.from),
    to: held(one.to),
  }))
  return (
    <svg className="timeline-arrows" aria-hidden="true" width="1" height="1">
      <defs>
        {(['plain', 'early'] as const).map((tone) => (
          <marker
            key={tone}
            id={`timeline-${tone}`}
            viewBox="0 0 6 6"
            refX="5"
            refY="3"
            markerUnits="userSpaceOnUse"
            markerWidth="7"
            markerHeight="7"
            orient="auto"
          >
            <path d="M0 0 6 3 0 6z" className="timeline-tip" data-tone={tone} />
          </marker>
        ))}
      </defs>
      {shown.map((one) => {
        const tone = isTooEarly(one) ? 'early' : 'plain'
        return (
          <path
            key={`${one.from.card.id} ${one.to.card.id}`}
            className="timeline-arrow"
            data-tone={tone}
            markerEnd={`url(#timeline-${tone})`}
            d={pathOf(one, place)}
          />
        )
      })}
    </svg>
  )
})

function pathOf({ from, to, rows: [a, b] }: Dependency, { range, px }: TimelinePlace): string {
  const middle = (row: number) => headHeight + row * rowHeight + rowHeight / 2
  const left = (day: number) => labelWidth + (day - range.from) * px
  const end = isPoint(from) ? left(from.span.to) + px / 2 + 8 : left(from.span.to + 1) - 2
  const start = isPoint(to) ? left(to.span.from) + px / 2 - 9 : left(to.span.from) - 1
  return linePath({ x: end, y: middle(a) }, { x: start, y: middle(b) }, rowHeight / 2)
}

const isPoint = ({ card, span }: TimedCard) =>
  span.from === span.to && (card.start === null || card.due === null)
