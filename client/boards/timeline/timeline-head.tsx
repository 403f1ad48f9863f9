import { memo, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { dayOfMonth, useDayWords } from '../time/day-words'
import { ticksIn } from './timeline-scale'
import { labelWidth } from './timeline-size'
import type { TimelinePlace } from './use-timeline-place'
import type { TimelineWindow } from './use-timeline-window'

type Props = { place: TimelinePlace; seen: TimelineWindow }

/** The days above the rows, the lines down from them, and today. */
export const TimelineHead = memo(function TimelineHead({ place, seen }: Props) {
  const { t } = useTranslation('board-time')
  const words = useDayWords()
  const { range, px, scale, today } = place
  const from = Math.max(range.from, seen.from)
  const to = Math.min(range.to, seen.to)
  const ticks = useMemo(
    () => ticksIn({ from, to }, scale, words.locale),
    [from, to, scale, words.locale],
  )
  const at = (day: number) => labelWidth + (Math.max(day, range.from) - range.from) * px
  return (
    <div aria-hidden>
      <div className="timeline-head">
        <div className="timeline-corner" />
        {ticks.major.map((day, index) => (
          <span
            key={day}
            className="timeline-major"
            style={{
              insetInlineStart: at(day),
              inlineSize: at(ticks.major[index + 1] ?? to + 1) - at(day),
            }}
          >
            <b>{scale === 'quarter' ? words.quarter(day) : words.month(day)}</b>
          </span>
        ))}
        {ticks.minor.map((day) => (
          <span
            key={day}
            className="timeline-minor"
            data-today={(scale === 'week' && day === today) || undefined}
            style={{ insetInlineStart: at(day), minInlineSize: px }}
          >
            {scale === 'quarter' ? words.monthOnly(day) : dayOfMonth(day)}
          </span>
        ))}
        {today >= from && today <= to && (
          <span className="timeline-today-mark" style={{ insetInlineStart: at(today) + px / 2 }}>
            {scale === 'week' ? '' : t('timeline.todayLine')}
          </span>
        )}
      </div>
      {ticks.weekends.map((day) => (
        <i
          key={day}
          className="timeline-weekend"
          style={{ insetInlineStart: at(day), inlineSize: px }}
        />
      ))}
      {(scale === 'week' ? ticks.major : ticks.minor).map((day) => (
        <i key={day} className="timeline-line" style={{ insetInlineStart: at(day) }} />
      ))}
      {today >= from && today <= to && (
        <i className="timeline-today" style={{ insetInlineStart: at(today) + px / 2 }} />
      )}
    </div>
  )
})
