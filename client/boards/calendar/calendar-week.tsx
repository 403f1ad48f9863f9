import { firstDay, lastDay, type Span } from '@atelier/shared/boards/span'
import { type CSSProperties, memo } from 'react'
import type { DayActs } from './calendar'
import { CalendarDay } from './calendar-day'
import type { Period } from './calendar-period'
import type { WeekLanes } from './week-lanes'

type Props = {
  first: number
  laid: WeekLanes
  period: Period
  today: number
  /** The day the keyboard is on, if it is one of these. */
  active: number | null
  acts: DayActs
  adding: number | null
  drop: Span | null
  onLeave(day: number, byKey: boolean): void
}

/** Seven days; a card that goes on longer is drawn from the first of them it takes. */
export const CalendarWeek = memo(function CalendarWeek(props: Props) {
  const { first, laid, period, today, active, acts, adding, drop } = props
  const used = laid.segments.reduce((most, { lane }) => Math.max(most, lane + 1), 0)
  return (
    <tr className="calendar-week" style={{ '--lanes': used } as CSSProperties}>
      {laid.days.map((count, index) => {
        const day = first + index
        // The first and the last week of all reach beyond what can be written as a day.
        if (day < firstDay || day > lastDay) return <td key={day} />
        return (
          <CalendarDay
            key={day}
            day={day}
            count={count}
            segments={laid.segments.filter(({ from }) => from === index)}
            isToday={day === today}
            isActive={day === active}
            isOutside={day < period.from || day > period.to}
            isDrop={drop !== null && drop.from <= day && drop.to >= day}
            isAdding={adding === day}
            acts={acts}
            onLeave={props.onLeave}
          />
        )
      })}
    </tr>
  )
})
