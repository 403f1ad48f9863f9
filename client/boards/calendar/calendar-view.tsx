import type { BoardFilter, CalendarZoom } from '@atelier/shared/boards/view'
import { useCallback } from 'react'
import { TimeDesk } from '../time/time-desk'
import { useTimedCards } from '../time/use-timed-cards'
import { useBoardView } from '../use-board-view'
import { useChosenShown } from '../use-card-choice'
import { Calendar } from './calendar'
import { useCalendarPlace } from './use-calendar-place'
import './calendar.css'

/** The board by its days: a month or a week of them, on a phone as a list. */
export function CalendarView({ filter }: { filter: BoardFilter }) {
  const { view, changeView } = useBoardView()
  const setZoom = useCallback((calendar: CalendarZoom) => changeView({ calendar }), [changeView])
  const place = useCalendarPlace(view.calendar, setZoom)
  const timed = useTimedCards(filter)
  useChosenShown(filter)
  const list = useCallback(
    () => [...timed.dated, ...timed.undated].map(({ card }) => card.id),
    [timed],
  )
  return (
    <TimeDesk list={list} onMoved={place.follow}>
      <Calendar place={place} timed={timed} />
    </TimeDesk>
  )
}
