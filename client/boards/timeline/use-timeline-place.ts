import { asDayNumber, dayNumber, type Span } from '@atelier/shared/boards/span'
import type { TimelineZoom as Scale } from '@atelier/shared/boards/view'
import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useToday } from '../../i18n/use-today'
import { dayWidth, rangeAround } from './timeline-scale'
import { labelWidth, scrolledBy, scrollSideways } from './timeline-size'

/** About how many days a page of a narrow window has. */
const daysOfPage: Record<Scale, number> = { week: 14, month: 30, quarter: 91 }

export type TimelinePlace = ReturnType<typeof useTimelinePlace>

/** How much of the width lies before the day one has gone to. */
const lead = 0.3
/** In days, how close to the end of what can be scrolled to one goes without beginning it anew. */
const margin = 60

/** Which days can be scrolled to, how wide they are, and the way from one to another. */
export function useTimelinePlace(scroller: RefObject<HTMLElement | null>, scale: Scale) {
  const today = dayNumber(useToday())
  const [centre, setCentre] = useState(today)
  const [day, setDay] = useState(today)
  const px = dayWidth[scale]
  const range = useMemo(() => rangeAround(centre), [centre])
  // The day at the lead, to be held while the days get wider, narrower, or others.
  const held = useRef(today)
  const scrollTo = useCallback(
    (day: number) => {
      const box = scroller.current
      if (!box) return
      const before = (box.clientWidth - labelWidth) * lead
      scrollSideways(box, (day - range.from) * px - before)
    },
    [scroller, range.from, px],
  )
  useLayoutEffect(() => scrollTo(held.current), [scrollTo])
  /** `day` is the one that was gone to last. */
  const goTo = useCallback(
    (wanted: number) => {
      const day = asDayNumber(wanted)
      held.current = day
      setDay(day)
      if (day < range.from + margin || day > range.to - margin) setCentre(day)
      scrollTo(day)
    },
    [range, scrollTo],
  )
  const hold = useCallback(() => {
    const box = scroller.current
    if (!box) return
    const before = (box.clientWidth - labelWidth) * lead
    held.current = asDayNumber(range.from + (scrolledBy(box) + before) / px)
  }, [scroller, range.from, px])
  const turn = useCallback(
    (by: -1 | 1) => {
      const width = (scroller.current?.clientWidth ?? 0) - labelWidth
      if (scroller.current) goTo(held.current + by * Math.max(1, Math.round((width * 0.7) / px)))
      else goTo(day + by * daysOfPage[scale])
    },
    [scroller, goTo, px, day, scale],
  )
  /** Goes there only where nothing of it is on screen. */
  const reveal = useCallback(
    (span: Span) => {
      const box = scroller.current
      if (!box) return
      const first = range.from + scrolledBy(box) / px
      const last = first + (box.clientWidth - labelWidth) / px
      if (span.to < first || span.from + 1 > last) goTo(span.from)
    },
    [scroller, range.from, px, goTo],
  )
  return useMemo(
    () => ({ today, day, scale, px, range, goTo, hold, turn, reveal }),
    [today, day, scale, px, range, goTo, hold, turn, reveal],
  )
}
