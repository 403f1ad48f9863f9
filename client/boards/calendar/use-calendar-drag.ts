import { type RefObject, useMemo } from 'react'
import type { TimeDrag } from '../time/drag-preview'
import { useTimeDrag } from '../time/use-time-drag'

/** Drag from day to day. */
export function useCalendarDrag(root: RefObject<HTMLElement | null>): TimeDrag | null {
  const place = useMemo(
    () => ({
      scroller: () => root.current?.querySelector<HTMLElement>('.calendar-scroll') ?? null,
      dayUnder,
    }),
    [root],
  )
  return useTimeDrag(root, place)
}

/** A bar belongs to the day it begins on, but lies over others as well: what counts is where it is. */
function dayUnder(x: number, y: number): number | null {
  const day = document
    .elementsFromPoint(x, y)
    .find((element) => element instanceof HTMLElement && element.dataset.day !== undefined)
  return day ? Number((day as HTMLElement).dataset.day) : null
}
