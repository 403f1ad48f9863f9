import { useTranslation } from 'react-i18next'
import { dayOfMonth, useDayWords } from '../time/day-words'
import type { DayActs } from './calendar'
import { CardBar } from './card-bar'
import { NewDayCard } from './new-day-card'
import type { DayCount, Segment } from './week-lanes'

type Props = {
  day: number
  count: DayCount
  /** Of the cards that are drawn from this day on. */
  segments: readonly Segment[]
  isToday: boolean
  isActive: boolean
  isOutside: boolean
  isDrop: boolean
  isAdding: boolean
  acts: DayActs
  onLeave(day: number, byKey: boolean): void
}

/** One day: its cards, how many more there are, and a place to write another. */
export function CalendarDay(props: Props) {
  const { day, count, segments, isToday, isActive, acts } = props
  const { t } = useTranslation('board-time')
  const words = useDayWords()
  const number = dayOfMonth(day)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid hears Enter, see use-calendar-keys.
    <td
      className="calendar-day"
      data-day={day}
      data-today={isToday || undefined}
      data-outside={props.isOutside || undefined}
      data-drop={props.isDrop || undefined}
      tabIndex={isActive ? 0 : -1}
      aria-label={useDayLabel(day, count, isToday)}
      aria-current={isToday ? 'date' : undefined}
      onClick={(event) => event.target === event.currentTarget && acts.add(day)}
    >
      <span className="calendar-number" aria-hidden>
        {number === 1 ? words.short(day, day) : number}
      </span>
      {segments.map((segment) => (
        <CardBar key={segment.timed.card.id} segment={segment} isActive={isActive} />
      ))}
      {count.hidden > 0 && (
        <button
          type="button"
          className="calendar-more"
          data-no-drag
          tabIndex={isActive ? 0 : -1}
          aria-label={t('calendar.moreOn', { count: count.hidden, day: words.long(day) })}
          onClick={() => acts.show(day)}
        >
          {t('calendar.more', { count: count.hidden })}
        </button>
      )}
      {props.isAdding && <NewDayCard day={day} onLeave={props.onLeave} />}
    </td>
  )
}

function useDayLabel(day: number, { due, running }: DayCount, isToday: boolean): string {
  const { t } = useTranslation('board-time')
  const words = useDayWords()
  return [
    words.long(day),
    isToday && t('today'),
    due > 0 && t('calendar.due', { count: due }),
    running > 0 && t('calendar.running', { count: running }),
  ]
    .filter(Boolean)
    .join(', ')
}
