import { firstDay, lastDay, type Span } from '@atelier/shared/boards/span'
import { type CSSProperties, memo } from 'react'
import type { CalendarPlace, DayActs } from './calendar'
import { CalendarDay } from './calendar-day'
import type { WeekLanes } from './week-lanes'

type Props = {
  first: number
  laid: WeekLanes
  place: CalendarPlace
  acts: DayActs
  adding: number | null
  drop: Span | null
  onLeave(day: number, byKey: boolean): void
}

/** Seven days; a card that goes on longer is drawn from the first of them it takes. */
export const CalendarWeek = memo(function CalendarWeek(props: Props) {
  const { first, laid, place, acts, adding, drop } = props
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
            isToday={day === place.today}
            isActive={day === place.active}
            isOutside={day < place.period.from || day > place.period.to}
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
