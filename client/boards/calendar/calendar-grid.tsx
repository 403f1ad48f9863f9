import type { Span } from '@atelier/shared/boards/span'
import { useId, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../board-context'
import { useDayWords } from '../time/day-words'
import type { TimedCard } from '../time/timed-cards'
import { useBlockSize } from '../time/use-block-size'
import type { CalendarPlace, DayActs } from './calendar'
import { CalendarWeek } from './calendar-week'
import { keptWeek, layWeek, type WeekLanes } from './week-lanes'

/** In pixels, as in calendar.css. */
const [dayHead, lane] = [30, 27]
const fewestLanes = 2
const mostLanesOfWeek = 40

const inWeek = (day: number | null, first: number): number | null =>
  day !== null && day >= first && day <= first + 6 ? day : null

export type DaysProps = {
  place: CalendarPlace
  cards: readonly TimedCard[]
  acts: DayActs
  /** The day on which a card is being written. */
  adding: number | null
  onLeave(day: number, byKey: boolean): void
}

/** Weeks of days, walked with the arrow keys. `drop`: where what is dragged would lie. */
export function CalendarGrid({ drop, ...props }: DaysProps & { drop: Span | null }) {
  const { place, cards, adding } = props
  const { t } = useTranslation('board-time')
  const { editable } = useDesk()
  const words = useDayWords()
  const scroller = useRef<HTMLTableSectionElement>(null)
  const height = useBlockSize(scroller)
  const hint = useId()
  const { period, zoom } = place
  const fit = Math.floor((height / period.weeks - dayHead) / lane)
  const lanes = zoom === 'week' ? mostLanesOfWeek : Math.max(fewestLanes, fit)
  const before = useRef<ReadonlyMap<number, WeekLanes>>(new Map())
  const weeks = useMemo(() => {
    const all = Array.from({ length: period.weeks }, (_, week) => period.first + 7 * week)
    before.current = new Map(
      all.map((first) => {
        const laid = layWeek(cards, first, lanes)
        return [first, keptWeek(before.current.get(first), laid)]
      }),
    )
    return [...before.current]
  }, [period, cards, lanes])
  const heads = Array.from({ length: 7 }, (_, day) => period.first + day)
  return (
    <div className="calendar-grid" data-zoom={zoom}>
      <p id={hint} hidden>
        {t(editable ? 'calendar.hint' : 'calendar.hintReadOnly')}
      </p>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid pattern, with the rows and cells of a table.
        role="grid"
        aria-label={zoom === 'month' ? words.month(period.from) : words.range(period)}
        aria-describedby={hint}
      >
        <thead>
          <tr className="calendar-heads">
            {heads.map((day) => (
              <th key={day} scope="col" aria-label={words.fullWeekday(day)}>
                {words.weekday(day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="calendar-scroll" ref={scroller}>
          {weeks.map(([first, laid]) => (
            <CalendarWeek
              key={first}
              first={first}
              laid={laid}
              period={period}
              today={place.today}
              active={inWeek(place.active, first)}
              acts={props.acts}
              onLeave={props.onLeave}
              adding={inWeek(adding, first)}
              drop={drop && drop.from <= first + 6 && drop.to >= first ? drop : null}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}
