import { useCallback, useMemo, useRef, useState } from 'react'
import { useNarrow } from '../../ui/use-narrow'
import { useDesk } from '../board-context'
import { SelectionBar } from '../selection-bar'
import { DragPreview } from '../time/drag-preview'
import { cardsBetween, type TimedCards } from '../time/timed-cards'
import { UndatedPanel } from '../time/undated-panel'
import { useTimeChoice } from '../time/use-time-choice'
import { useBoardKeys } from '../use-board-keys'
import { Agenda } from './agenda'
import { CalendarBar } from './calendar-bar'
import { CalendarGrid } from './calendar-grid'
import { DayDialog } from './day-dialog'
import { focusDay } from './focus-day'
import { useCalendarDrag } from './use-calendar-drag'
import { useCalendarKeys } from './use-calendar-keys'
import type { useCalendarPlace } from './use-calendar-place'
import { useKeptKeyboard } from './use-kept-keyboard'

export type CalendarPlace = ReturnType<typeof useCalendarPlace>
/** What a day can be asked for. */
export type DayActs = { add(day: number | null): void; show(day: number): void }

export function Calendar({ place, timed }: { place: CalendarPlace; timed: TimedCards }) {
  const { editable } = useDesk()
  const root = useRef<HTMLDivElement>(null)
  const isNarrow = useNarrow()
  const [isListOpen, setListOpen] = useState(!isNarrow && timed.undated.length > 0)
  const [adding, add] = useState<number | null>(null)
  const [shownDay, show] = useState<number | null>(null)
  const acts = useMemo(
    () => ({ show, add: (day: number | null) => add(editable ? day : null) }),
    [editable],
  )
  const drag = useCalendarDrag(root)
  const press = useCalendarKeys(place, acts)
  const choice = useTimeChoice()
  const kept = useKeptKeyboard(timed, place.stayOn)
  const { period, active } = place
  useBoardKeys(useMemo(() => ({ newCard: () => acts.add(active) }), [acts, active]))
  const last = period.first + period.weeks * 7 - 1
  const cards = useMemo(
    () => cardsBetween(timed.dated, period.first, last),
    [timed.dated, period.first, last],
  )
  const closeDay = useCallback(() => show(null), [])
  const leave = useCallback((day: number, byKey: boolean) => {
    add(null)
    if (byKey) requestAnimationFrame(() => focusDay(day))
  }, [])
  const shared = { place, cards, acts, adding, onLeave: leave }
  return (
    <div className="time calendar" ref={root} onKeyDownCapture={press} {...choice} {...kept}>
      <CalendarBar
        place={place}
        undated={timed.undated.length}
        isListOpen={isListOpen}
        onListOpenChange={setListOpen}
      />
      <div className="time-body">
        {isNarrow ? <Agenda {...shared} /> : <CalendarGrid {...shared} drop={drag?.span ?? null} />}
        {isListOpen && <UndatedPanel cards={timed.undated} onClose={() => setListOpen(false)} />}
      </div>
      <SelectionBar />
      {drag && <DragPreview drag={drag} />}
      {shownDay !== null && <DayDialog day={shownDay} dated={timed.dated} onClose={closeDay} />}
    </div>
  )
}
