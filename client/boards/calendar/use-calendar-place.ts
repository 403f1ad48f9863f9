import { asDayNumber, type Days, dayNumber, spanOf } from '@atelier/shared/boards/span'
import type { CalendarZoom as Zoom } from '@atelier/shared/boards/view'
import { useCallback, useMemo, useState } from 'react'
import { useLocale } from 'react-aria-components/I18nProvider'
import { flushSync } from 'react-dom'
import { useToday } from '../../i18n/use-today'
import { periodAround, turned } from './calendar-period'
import { focusDay, focusTimed } from './focus-day'

/** `shown` lies in the period on screen; `active` is the day the keyboard is on. */
type Place = { shown: number; active: number }
type Zoomed = Place & { zoom: Zoom }

/** Which days are on screen, and how one gets to others. */
export function useCalendarPlace(zoom: Zoom, onZoom: (zoom: Zoom) => void) {
  const { locale } = useLocale()
  const today = dayNumber(useToday())
  const [place, setPlace] = useState<Place>({ shown: today, active: today })
  const period = useMemo(() => periodAround(place.shown, zoom, locale), [place.shown, zoom, locale])
  const goTo = useCallback((day: number) => setPlace({ shown: day, active: day }), [])
  const turn = useCallback(
    (by: -1 | 1) =>
      setPlace((at) => {
        const shown = turned(at.shown, zoom, by)
        return { shown, active: shown }
      }),
    [zoom],
  )
  const setZoom = useCallback(
    (next: Zoom) => {
      setPlace((at) => (inside({ ...at, zoom }, locale) ? { ...at, shown: at.active } : at))
      onZoom(next)
    },
    [zoom, onZoom, locale],
  )
  /** The keyboard goes to a day; the page turns only where the day is not on it. */
  const walkTo = useCallback(
    (day: number) => {
      const there = asDayNumber(day)
      flushSync(() => setPlace((at) => withActive({ ...at, zoom }, there, locale)))
      focusDay(there)
    },
    [zoom, locale],
  )
  /** The keyboard is on a day that is on screen. */
  const stayOn = useCallback((active: number) => setPlace((at) => ({ ...at, active })), [])
  const follow = useCallback(
    (id: string, days: Days) => {
      const span = spanOf(days)
      if (span) flushSync(() => setPlace((at) => following({ ...at, zoom }, span, locale)))
      focusTimed(id)
    },
    [zoom, locale],
  )
  return useMemo(
    () => ({ ...place, zoom, today, period, goTo, turn, setZoom, walkTo, stayOn, follow }),
    [place, zoom, today, period, goTo, turn, setZoom, walkTo, stayOn, follow],
  )
}

function daysOnScreen({ shown, zoom }: Zoomed, locale: string): [first: number, last: number] {
  const { first, weeks } = periodAround(shown, zoom, locale)
  return [first, first + weeks * 7 - 1]
}

function inside(at: Zoomed, locale: string): boolean {
  const [first, last] = daysOnScreen(at, locale)
  return at.active >= first && at.active <= last
}

function withActive(at: Zoomed, active: number, locale: string): Place {
  const isSeen = inside({ ...at, active }, locale)
  return { shown: isSeen ? at.shown : active, active }
}

/** To the first day on screen that a card takes, or to its first one. */
function following(at: Zoomed, span: { from: number; to: number }, locale: string): Place {
  const [first, last] = daysOnScreen(at, locale)
  const isSeen = span.from <= last && span.to >= first
  return withActive(at, isSeen ? Math.max(span.from, first) : span.from, locale)
}
