import type { BoardFilter } from '@atelier/shared/boards/view'
import { TimeDesk } from '../time/time-desk'
import { useTimedCards } from '../time/use-timed-cards'
import { Calendar } from './calendar'
import { useCalendarPlace } from './use-calendar-place'
import './calendar.css'

/** The board by its days: a month or a week of them, on a phone as a list. */
export function CalendarView({ filter }: { filter: BoardFilter }) {
  const place = useCalendarPlace()
  const timed = useTimedCards(filter)
  return (
    <TimeDesk onMoved={place.follow}>
      <Calendar place={place} timed={timed} />
    </TimeDesk>
  )
}
