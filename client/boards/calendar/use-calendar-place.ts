import { asDayNumber, type Days, dayNumber, spanOf } from '@atelier/shared/boards/span'
import { useCallback, useMemo, useState } from 'react'
import { useLocale } from 'react-aria-components/I18nProvider'
import { flushSync } from 'react-dom'
import { useToday } from '../../i18n/use-today'
import { periodAround, turned, type Zoom } from './calendar-period'
import { focusDay, focusTimed } from './focus-day'

/** `shown` lies in the period on screen; `active` is the day the keyboard is on. */
type Place = { zoom: Zoom; shown: number; active: number }

/** Which days are on screen, and how one gets to others. */
export function useCalendarPlace() {
  const { locale } = useLocale()
  const today = dayNumber(useToday())
  const [place, setPlace] = useState<Place>({ zoom: 'month', shown: today, active: today })
  const period = useMemo(
    () => periodAround(place.shown, place.zoom, locale),
    [place.shown, place.zoom, locale],
  )
  const goTo = useCallback(
    (day: number) => setPlace((at) => ({ ...at, shown: day, active: day })),
    [],
  )
  const turn = useCallback(
    (by: -1 | 1) =>
      setPlace((at) => {
        const shown = turned(at.shown, at.zoom, by)
        return { ...at, shown, active: shown }
      }),
    [],
  )
  const setZoom = useCallback(
    (zoom: Zoom) =>
      setPlace((at) => ({ ...at, zoom, shown: inside(at, locale) ? at.active : at.shown })),
    [locale],
  )
  /** The keyboard goes to a day; the page turns only where the day is not on it. */
  const walkTo = useCallback(
    (day: number) => {
      const there = asDayNumber(day)
      flushSync(() => setPlace((at) => withActive(at, there, locale)))
      focusDay(there)
    },
    [locale],
  )
  const follow = useCallback(
    (id: string, days: Days) => {
      const span = spanOf(days)
      if (span) flushSync(() => setPlace((at) => following(at, span, locale)))
      focusTimed(id)
    },
    [locale],
  )
  return { ...place, today, period, goTo, turn, setZoom, walkTo, follow }
}

function daysOnScreen({ shown, zoom }: Place, locale: string): [first: number, last: number] {
  const { first, weeks } = periodAround(shown, zoom, locale)
  return [first, first + weeks * 7 - 1]
}

function inside(at: Place, locale: string): boolean {
  const [first, last] = daysOnScreen(at, locale)
  return at.active >= first && at.active <= last
}

function withActive(at: Place, active: number, locale: string): Place {
  const next = { ...at, active }
  return inside(next, locale) ? next : { ...next, shown: active }
}

/** To the first day on screen that a card takes, or to its first one. */
function following(at: Place, span: { from: number; to: number }, locale: string): Place {
  const [first, last] = daysOnScreen(at, locale)
  const isSeen = span.from <= last && span.to >= first
  return withActive(at, isSeen ? Math.max(span.from, first) : span.from, locale)
}
